package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.testing.GoldenScreen;
import dev.chatstream.testing.Pilot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Branches, settings and two answers, as a person sees and presses them.
class SteeringScreensTest {

  private static final int[][] SIZES = {{40, 10}, {80, 24}, {120, 40}};
  private static final Map<String, UnaryOperator<Pilot>> SCENES = new TreeMap<>();

  @TempDir
  private Path home;

  static {
    SCENES.put("versions", pilot -> forked(pilot).press("Tab, ["));
    SCENES.put("branches", pilot -> forked(pilot).press("Esc w"));
    SCENES.put("revise", pilot -> forked(pilot).type("half a thought").press("Esc E"));
    SCENES.put("settings", pilot -> led(pilot).press("Esc i"));
    SCENES.put("settings-value", pilot -> led(pilot).press("Esc i, Down, Down, Enter").type("1.5"));
    SCENES.put("settings-prompt", pilot -> led(pilot).press("Esc i, Enter"));
    SCENES.put("presets", pilot -> led(pilot).press("Esc i, s").type("Terse").press("Enter, p"));
    SCENES.put("presets-none", pilot -> pilot.press("Esc i, p"));
    SCENES.put("second-model", pilot -> forked(pilot).press("Esc M"));
    SCENES.put("two-answers", SteeringScreensTest::twoAnswers);
  }

  /// A chat whose first answer was asked for twice, and whose second question was edited.
  private static Pilot forked(Pilot pilot) {
    return pilot.exchange("Name a colour.", "Blue.").press("^R").says("Green, as the trees are.").ends()
        .exchange("Another one?", "Red.").press("Esc E").type(" A warm one.").press("Enter").says("Orange.")
        .breaks(new ModelError.StreamTruncated("localhost:11434"));
  }

  private static Pilot led(Pilot pilot) {
    return set(set(pilot.press("Esc i, Enter").type("Be brief.").press("^J").type("Be kind.").press("Enter, Esc"),
        1, "0.2"), 6, "42");
  }

  private static Pilot set(Pilot pilot, int row, String value) {
    return pilot.press("Esc i" + ", Down".repeat(row) + ", Enter").type(value).press("Enter, Esc");
  }

  private static Pilot twoAnswers(Pilot pilot) {
    pilot.ask("Why is the sky blue?").says("Because air ", "scatters blue light more than red. ".repeat(4));
    pilot.press("Esc M, Down, Enter");
    UUID second = pilot.request().turn();
    return pilot.on(new Event.TokenReceived(second, "Rayleigh scattering.\n\nThat is all.", false, 1));
  }

  static Stream<Arguments> screens() {
    return SCENES.keySet().stream()
        .flatMap(name -> Stream.of(SIZES).map(size -> Arguments.of(name, size[0], size[1])));
  }

  private Pilot pilot(int columns, int rows) {
    return Pilot.start(
        columns, rows, home, Pilot.model("gemma3:27b", "27.4B", 27.4), Pilot.model("qwen3:8b", "8.2B", 8.2));
  }

  @ParameterizedTest(name = "{0} {1}x{2}")
  @MethodSource("screens")
  void looksAsItDid(String name, int columns, int rows) {
    GoldenScreen.check("steer-" + name + "." + columns + "x" + rows, SCENES.get(name).apply(pilot(columns, rows)));
  }

  private static List<String> said(Pilot pilot) {
    return pilot.state().chat().chat().conversation().stream().map(Message::content).toList();
  }

  @Test
  void whoeverGivesANewVersionUpFindsWhatWasWritten() {
    Pilot pilot = pilot(80, 24).exchange("one", "1").type("half a thought").press("Esc E");
    assertEquals("one", pilot.windows().written());
    assertTrue(pilot.shows("In place of message 1: one"));
    pilot.press("Esc");
    assertEquals("half a thought", pilot.windows().written());
    assertFalse(pilot.shows("In place of"));
  }

  @Test
  void afterANewVersionWasSentWhatWasWrittenIsThereAgain() {
    Pilot pilot = pilot(80, 24).exchange("one", "1").type("half a thought").press("Esc E").type("!").press("Enter");
    assertEquals("half a thought", pilot.windows().written());
    assertEquals(List.of("one!"), said(pilot));
  }

  @Test
  void aBranchIsSavedAndTheScreenStays() {
    Pilot pilot = forked(pilot(80, 24)).press("Esc w, Home, s");
    assertTrue(pilot.lastRow().startsWith("This branch is chats/"), pilot.lastRow());
    assertEquals("Another one? A warm one.", said(pilot).get(2));
    try (Stream<Path> chats = Files.list(home.resolve("chats"))) {
      assertEquals(1, chats.count());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsSetIsThereAfterTheChatWasOpenedAgain() {
    Pilot pilot = led(pilot(120, 40)).exchange("one", "1").press("^S, ^U").type("Led").press("Enter, ^N");
    assertTrue(pilot.state().chat().settings().isEmpty());
    pilot.press("^O, Enter");
    assertEquals("Be brief.\nBe kind.", pilot.state().chat().settings().system());
    assertTrue(pilot.shows("prompt, temperature 0.2, seed 42"));
    pilot.ask("two");
    assertEquals(42, pilot.request().request().options().get("seed"));
  }

  @Test
  void aPresetLeadsAnotherChat() {
    Pilot pilot = led(pilot(80, 24)).press("Esc i, s").type("Terse").press("Enter, Esc").exchange("one", "1");
    pilot.press("^N, Esc i, p, Enter, Esc").ask("two");
    assertEquals("Be brief.\nBe kind.", pilot.request().request().history().getFirst().content());
  }

  @Test
  void theSecondAnswerIsKeptByItsNumber() {
    Pilot pilot = twoAnswers(pilot(120, 40));
    UUID second = pilot.request().turn();
    pilot.on(new Event.TurnCompleted(second, Metrics.UNKNOWN)).press("2");
    assertEquals("Rayleigh scattering.\n\nThat is all.", said(pilot).getLast());
    assertEquals("stopped", pilot.state().chat().chat().branches().getFirst().state().wireName());
  }

  @Test
  void whatWasPutAsideByAnEditIsNeverLost() throws IOException {
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8.2B", 8.2)).exchange("one", "1");
    pilot.type("half a thought").press("Esc E");
    assertEquals("half a thought\none", pilot.windows().unsent());
    assertEquals("one", pilot.windows().written());
    UUID here = pilot.state().chat().chat().id();
    UUID other = new UUID(77, 77);
    Message said = Message.fromUser(new UUID(78, 78), Optional.empty(), "elsewhere", Pilot.START);
    pilot.on(new Event.ChatOpened(Chat.empty(other, Pilot.START).plus(said), "other.json"));
    assertEquals("", pilot.windows().unsent());
    assertTrue(pilot.asked(new WritingCommand.KeepUnsent(here, "half a thought\none")));
  }

  @Test
  void whatIsUsualIsWhatTheModelBringsAlong() {
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("qwen3:8b", "8B", 8)).press("Esc i");
    assertTrue(pilot.asked(new ModelCommand.AskUsual("qwen3:8b")), "asked");
    assertTrue(pilot.shows("usually 0.8"), pilot.screen());
    pilot.on(new Event.UsualRead("qwen3:8b", Map.of(Parameter.TEMPERATURE, "0.6")));
    assertTrue(pilot.shows("usually 0.6"), pilot.screen());
    assertTrue(pilot.shows("usually 0.9"), pilot.screen());
  }

  @Test
  void twoAnswersAreReadAsMarkdownAndTheKeysSayWhatTheyDo() {
    Pilot pilot = twoAnswers(Pilot.start(80, 24, home, Pilot.model("gemma3:27b", "27B", 27),
        Pilot.model("qwen3:8b", "8B", 8)));
    pilot.says("\n\nNow **bold** and `code`.\n");
    assertTrue(pilot.shows("Now bold and code."), pilot.screen());
    assertTrue(pilot.shows("1 or 2 goes on with that one"), pilot.screen());
    assertTrue(pilot.shows("x stops 1, y stops 2"), pilot.screen());
  }
}
