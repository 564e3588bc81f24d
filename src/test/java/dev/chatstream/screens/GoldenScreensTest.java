package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.testing.GoldenScreen;
import dev.chatstream.testing.Pilot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a person sees, in full, at four sizes.
class GoldenScreensTest {

  private static final String QUESTION = "How do I cut the start-up time of a Java program in an SSH session?";
  private static final String ANSWER =
      "Three steps, in this order:\n\n1. Measure the start-up time, cold and warm.\n2. Cut the slow part: class loading "
          + "first.\n3. Write a test that fails when it gets slow again.\n\n  java -XX:AOTCache=app.aot -jar app.jar\n";
  private static final int[][] SIZES = {{40, 10}, {80, 24}, {120, 40}, {200, 50}};

  @TempDir
  private Path home;

  private static final Map<String, BiFunction<Pilot, Path, Pilot>> SCENES = new TreeMap<>();

  static {
    SCENES.put("empty-chat", (pilot, home) -> pilot);
    SCENES.put("no-server", (pilot, home) -> pilot);
    SCENES.put("host-refused", (pilot, home) -> pilot.press("Esc m, Tab").type("gpu-box")
        .serverAnswers(
            new Event.ServerSilent("gpu-box:11434", new ModelError.Unreachable("gpu-box:11434", "unknown host")))
        .press("Enter"));
    SCENES.put("engine", (pilot, home) -> pilot.on(new Event.ActionTriggered(Action.ENGINE))
        .on(new Event.EngineProgressed(new EngineStage.Downloading(41_000_000, 98_362_432, 130))));
    SCENES.put("streaming", (pilot, home) -> talk(pilot).ask("Write the release notes for it.").pass(2)
        .says("The start-up time fell ", "from 480 to 97 ms. ", "It was measured on").pass(4).type("And add a line"));
    SCENES.put("queued", (pilot, home) -> talk(pilot).ask("Write the release notes for it.").says("The start-up")
        .ask("And add a line on how to measure."));
    SCENES.put("stopped", (pilot, home) -> talk(pilot).ask("Write the release notes for it.").says("The start-up")
        .press("^C"));
    SCENES.put("trouble", (pilot, home) -> talk(pilot).ask("Write the release notes for it.")
        .breaks(new ModelError.Unreachable("localhost:11434", "connection refused")));
    SCENES.put("wide-text",
        (pilot, home) -> pilot.exchange("日本語は？ 👩‍🚀 e\u0301", "答えは「はい」です。 ".repeat(9) + "🇨🇭 ✓ done"));
    SCENES.put("scrolled", (pilot, home) -> talk(talk(talk(pilot))).press("PgUp, Tab"));
    SCENES.put("models", (pilot, home) -> pilot.press("Esc m"));
    SCENES.put("chats",
        (pilot, home) -> damaged(saved(pilot), home).exchange("Another?", "Yes.").writtenAt(Pilot.START).press("^O"));
    SCENES.put("append-to", (pilot, home) -> saved(pilot).exchange("Another?", "Yes.").press("^G"));
    SCENES.put("to-tasks", (pilot, home) -> listed(pilot).press("^T, Tab").type("rel"));
    SCENES.put("lists", (pilot, home) -> listed(pilot).press("F5"));
    SCENES.put("tasks", (pilot, home) -> listed(pilot).press("F5, Enter"));
    SCENES.put("name-refused", (pilot, home) -> talk(pilot).press("^S, ^U").type("con").press("Enter"));
    SCENES.put("overflow", (pilot, home) -> talk(pilot).paste("x".repeat(23_500)).press("Enter"));
    SCENES.put("unsaved", (pilot, home) -> pilot.diskFails(new StoreFailure.DiskFull("chats/a.json"))
        .exchange("Anything?", "Nothing.").press("^Q"));
    SCENES.put("save-points", (pilot, home) -> talk(pilot).press("^S").type("!").press("Enter, ^S").press("Esc h"));
    SCENES.put("clash", (pilot, home) -> clash(pilot));
    SCENES.put("gone", (pilot, home) -> talk(pilot).press("^S, ^U").type("Release plan").press("Enter").on(
        new Event.ChatGone(pilot.state().chat().chat().id(), "release-plan.json", 1, "plan.json", true)));
    SCENES.put("damaged", (pilot, home) -> damaged(pilot, home).press("^O, Enter"));
    SCENES.put("damaged-copy", (pilot, home) -> damaged(pilot, home)
        .on(new Event.CopyFound("chats/old.json", Pilot.START.minusSeconds(86_400))));
    SCENES.put("commands", (pilot, home) -> pilot.type("/sa"));
    SCENES.put("key-menu", (pilot, home) -> talk(pilot).press("Esc"));
    SCENES.put("help", (pilot, home) -> pilot.press("F1"));
    SCENES.put("themes", (pilot, home) -> pilot.press("Esc ,"));
    SCENES.put("log", (pilot, home) -> logged(pilot).press("F8"));
    SCENES.put("log-filter", (pilot, home) -> logged(pilot).press("F8, 5, /").type("row"));
    SCENES.put("log-record", (pilot, home) -> logged(pilot).press("F8, Up, Enter"));
  }

  private static Pilot talk(Pilot pilot) {
    return pilot.exchange(QUESTION, ANSWER);
  }

  /// A message that an editor changed, and that this window has otherwise by now.
  private static Pilot clash(Pilot pilot) {
    talk(pilot).press("^S, ^U").type("Release plan").press("Enter");
    Message ours = pilot.state().chat().chat().conversation().getLast();
    String edited = ANSWER.replace("class loading first", "what loads the classes")
        .replace("3. Write a test", "3. Say so in the notes.\n4. Write a test");
    Message theirs = Message.fromModel(
        ours.id(), ours.parent().orElseThrow(), edited, "", ours.model(), Map.of(), ours.state(), ours.metrics(),
        ours.created());
    Message other = Message.fromUser(ours.parent().orElseThrow(), Optional.empty(), QUESTION, ours.created());
    return pilot.on(new Event.ChatClashed(
        pilot.state().chat().chat().id(), "release-plan.json", 1,
        List.of(new Clash(ours, theirs), new Clash(other, other)), true));
  }

  private static Pilot saved(Pilot pilot) {
    return talk(pilot).press("^S, ^U").type("Release plan").press("Enter, ^N").pass(60).writtenAt(Pilot.START);
  }

  private static Pilot listed(Pilot pilot) {
    return talk(pilot).press("^T").type("release").press("Enter, ^T").type("interview questions").press("Down, Enter");
  }

  private static Pilot logged(Pilot pilot) {
    return pilot.log(LogLevel.INFO, "Turns", "turn 11 done, 212 tok").pass(3)
        .log(LogLevel.DEBUG, "StoreWorker", "row 12 in 3 ms").pass(4)
        .log(LogLevel.WARN, "Run", "row 310: \u001b[31mtimeout\u001b[0m, retry").pass(1)
        .log(LogLevel.ERROR, "Run", "row 311: lost\nwith a second line");
  }

  private static Pilot damaged(Pilot pilot, Path home) {
    try {
      Files.writeString(home.resolve("chats/old.json"),
          "{\"schema\":2,\"conversation\":[{\"role\":\"user\",\"content\":\"" + QUESTION + "\"},{\"ro");
      Files.setLastModifiedTime(home.resolve("chats/old.json"), FileTime.from(Pilot.START.minusSeconds(86_400)));
      return pilot;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> screens() {
    return SCENES.keySet().stream()
        .flatMap(name -> Stream.of(SIZES).map(size -> Arguments.of(name, size[0], size[1])));
  }

  private Pilot pilot(int columns, int rows) {
    ModelInfo embedding =
        new ModelInfo("nomic-embed-text", 270_000_000, 137_000_000, "137M", "F16", "bert", Set.of("embedding"), 2048);
    return Pilot.start(
        columns,
        rows,
        home,
        Pilot.model("qwen3:8b", "8.2B", 8.2),
        Pilot.model("gemma3:27b", "27.4B", 27.4),
        Pilot.model("llama3.2:3b", "3.2B", 3.2),
        embedding);
  }

  @ParameterizedTest(name = "{0} {1}x{2}")
  @MethodSource("screens")
  void looksAsItDid(String name, int columns, int rows) {
    Pilot started = name.equals("no-server") ? Pilot.start(columns, rows, home, Pilot.SILENCE) : pilot(columns, rows);
    Pilot pilot = SCENES.get(name).apply(started, home);
    GoldenScreen.check(name + "." + columns + "x" + rows, pilot);
    String before = pilot.screen();
    pilot.on(new Event.ActionTriggered(Action.REDRAW));
    assertEquals(before, pilot.screen(), "drawn anew it looks different");
  }

  @Test
  void aScreenTooSmallSaysSoAndComesBack() {
    Pilot pilot = talk(pilot(80, 24));
    String before = pilot.screen();
    GoldenScreen.check("too-small.38x9", pilot.resize(38, 9));
    GoldenScreen.check("too-small-dialog.38x9", pilot.resize(80, 24).press("^O").resize(38, 9));
    pilot.resize(80, 24).press("Esc");
    assertEquals(before, pilot.screen());
  }
}
