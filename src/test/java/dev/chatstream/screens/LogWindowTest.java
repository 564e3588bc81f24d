package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.log.LineFormat;
import dev.chatstream.testing.Pilot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The log window over real files.
class LogWindowTest {

  private static final Pattern MADE = Pattern.compile("made (\\d+)\\.");

  @TempDir
  private Path home;

  private Pilot pilot;

  @BeforeEach
  void start() {
    pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2));
  }

  private static String records(int from, int to, IntFunction<LogLevel> level) {
    return IntStream.range(from, to)
        .mapToObj(i -> LineFormat.render(
            new LogLine(Pilot.START, "Maker", level.apply(i), "run", 1, "made " + i + ".")))
        .collect(Collectors.joining());
  }

  private void file(String name, int from, int to) throws IOException {
    Files.writeString(home.resolve("logs").resolve(name), records(from, to, i -> LogLevel.INFO));
  }

  private void see(String text) {
    assertTrue(pilot.shows(text), () -> text + " in\n" + pilot.screen());
  }

  /// The numbers that come by while this key is pressed until nothing changes.
  private Set<String> seen(String key) {
    Set<String> seen = new HashSet<>();
    String before = "";
    while (!before.equals(pilot.screen())) {
      before = pilot.screen();
      Matcher made = MADE.matcher(before);
      while (made.find()) {
        seen.add(made.group(1));
      }
      pilot.press(key);
    }
    return seen;
  }

  @Test
  void oneScrollsFromTheLiveLinesThroughTheFileAndTheRolledOnes() throws IOException {
    file("async_chat_stream.log.1", 0, 3_000);
    file("async_chat_stream.log", 3_000, 6_000);
    pilot.log(LogLevel.INFO, "Live", "live now").press("F8");
    see("live now");
    see("follow");
    assertEquals(6_000, seen("PgUp").size());
    see("made 0.");
    assertEquals(6_000, seen("PgDn").size());
    see("live now");
    pilot.press("g");
    see("made 0.");
    pilot.press("G");
    see("live now");
    see("follow");
  }

  @Test
  void whatIsLoggedMeanwhileIsCountedAndFollowedAgainAtTheEnd() throws IOException {
    file("async_chat_stream.log", 0, 400);
    pilot.log(LogLevel.INFO, "Live", "one").press("F8, PgUp, PgUp").log(LogLevel.INFO, "Live", "two");
    see("1 new");
    assertFalse(pilot.shows("two"));
    pilot.press("End");
    see("two");
    pilot.log(LogLevel.INFO, "Live", "three");
    see("three");
  }

  @Test
  void linesThatTheScreenWasNotToldOfAreThere() throws IOException {
    pilot.log(LogLevel.INFO, "Live", "told").press("F8");
    Files.writeString(pilot.logFile(), Files.readString(pilot.logFile()) + records(0, 5, i -> LogLevel.INFO));
    pilot.log(LogLevel.INFO, "Live", "told again");
    see("made 3.");
  }

  @Test
  void aFarBackwardIsCaughtUpAtOnce() throws IOException {
    pilot.log(LogLevel.INFO, "Live", "first").press("F8, F8");
    Files.writeString(pilot.logFile(), Files.readString(pilot.logFile()) + records(0, 9_000, i -> LogLevel.INFO));
    pilot.log(LogLevel.INFO, "Live", "last").press("F8");
    see("last");
    see("made 8999.");
  }

  @Test
  void theLogIsRolledWhileItIsShown() throws IOException {
    file("async_chat_stream.log", 0, 400);
    pilot.log(LogLevel.INFO, "Live", "before").press("F8");
    Files.move(pilot.logFile(), home.resolve("logs/async_chat_stream.log.1"));
    pilot.log(LogLevel.INFO, "Live", "after");
    see("before");
    see("after");
    pilot.press("PgUp, PgUp");
    see("made 379.");
  }

  @Test
  void linesThatNoFileCouldTakeAreShownAllTheSame() {
    pilot.press("F8").on(new Event.LogAppended(
        new LogLine(Pilot.START, "LogThread", LogLevel.ERROR, "run", 1, "The log can't be written"), false));
    see("The log can't be written");
    pilot.log(LogLevel.INFO, "Live", "it can again");
    see("it can again");
  }

  @Test
  void aFilterSearchesAllFiles() throws IOException {
    Files.writeString(home.resolve("logs/async_chat_stream.log.1"),
        records(0, 9_000, i -> i % 1_000 == 0 ? LogLevel.ERROR : LogLevel.INFO));
    file("async_chat_stream.log", 9_000, 12_000);
    pilot.log(LogLevel.INFO, "Live", "now").press("F8, 1");
    see("made 3000.");
    assertFalse(pilot.shows("made 3001."));
    pilot.press("3, /").type("made 8001.").press("Enter");
    see("made 8001.");
    pilot.press("Esc");
    see("now");
  }

  @Test
  void anyFileCanBeShownFromTheListOrByItsPath() throws IOException {
    file("async_chat_stream.log.1", 0, 40);
    pilot.log(LogLevel.INFO, "Live", "now").press("F8, o");
    see("async_chat_stream.log.1");
    see("with its older files");
    pilot.type("log.1").press("Enter");
    see("made 39.");
    see("async_chat_stream.log.1, info, end");
    pilot.press("Esc");
    see("now");
    Path other = Files.writeString(home.resolve("other.txt"), "one\r\ntwo\r\nno end");
    pilot.press("o").type(other.toString());
    see("Enter opens the file at this path.");
    pilot.press("Enter");
    see("other.txt, info, end");
    see(" two");
    see(" no end");
    assertFalse(pilot.shows("00:00"));
    pilot.press("o").type("/no/such/file").press("Enter");
    see("there is no /no/such/file");
    pilot.press("Esc");
    see("now");
  }

  @Test
  void aRecordThatWasCutOpensWhole() throws IOException {
    pilot.log(LogLevel.INFO, "Live", "begin " + "x".repeat(5_000) + " end of it").press("F8, Enter");
    see("Log record");
    pilot.press("End");
    see("end of it");
  }
}
