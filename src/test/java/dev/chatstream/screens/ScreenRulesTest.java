package dev.chatstream.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.gui2.Window;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.Panel;
import dev.chatstream.testing.Pilot;
import dev.chatstream.ui.chat.ChatWindow;
import dev.chatstream.ui.chat.InputWindow;
import dev.chatstream.ui.chat.StatusWindow;
import dev.chatstream.ui.dialog.DialogWindow;
import dev.chatstream.ui.keys.DefaultKeys;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.lists.TaskListWindow;
import dev.chatstream.ui.logs.LogWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules that hold on every screen.
class ScreenRulesTest {

  private static final Pattern HINT = Pattern.compile("(\\^.|F\\d+|Esc (?:\\S)|Esc)(?= )");

  @TempDir
  private Path home;

  private int pilots;

  /// Each with a data root of its own: the ids of all pilots are the same.
  private Pilot pilot() {
    return Pilot.start(80, 24, home.resolve("root-" + pilots++), Pilot.model("qwen3:8b", "8.2B", 8.2));
  }

  @ParameterizedTest
  @ValueSource(classes = {
    ChatWindow.class, TaskListWindow.class, LogWindow.class, InputWindow.class, StatusWindow.class, DialogWindow.class
  })
  void whatIsOnTheScreenAreLanternasWindows(Class<?> window) {
    assertTrue(Window.class.isAssignableFrom(window));
  }

  /// Every key that a hint line names does something there: it changes what is known or shown, and no word is said that
  /// it can't be done.
  private void hintsWork(Pilot pilot) {
    List<String> keys = new ArrayList<>();
    Matcher hint = HINT.matcher(pilot.lastRow() + " ");
    while (hint.find()) {
      keys.add(hint.group(1));
    }
    assertFalse(keys.isEmpty(), pilot::screen);
    for (String name : keys) {
      DefaultKeys.keymap().action(KeyNames.parse(name)).ifPresent(action -> assertEquals(
          Phrase.NONE, Availability.whyNot(pilot.state(), action).orElse(Phrase.NONE),
          () -> name + " in: " + pilot.lastRow()));
    }
    String before = pilot.screen();
    pilot.press(keys.getFirst());
    assertFalse(pilot.lastRow().contains("does nothing here"), pilot::lastRow);
    assertFalse(before.equals(pilot.screen()), () -> keys.getFirst() + " changed nothing: " + before);
  }

  @Test
  void hintsNameOnlyWhatWorksNow() {
    hintsWork(pilot().press("F12, Left"));
    hintsWork(pilot().exchange("q", "a").press("Left"));
    hintsWork(pilot().ask("q").says("half").press("Left"));
    hintsWork(pilot().exchange("q", "a\n".repeat(50)).press("Tab"));
    hintsWork(pilot().exchange("q", "a").press("^T").type("l").press("Enter, F5"));
    hintsWork(pilot().log(LogLevel.WARN, "T", "words").press("F8, Esc z"));
    hintsWork(pilot().log(LogLevel.WARN, "T", "words").press("F8, /").type("wor"));
  }

  @Test
  void beforeAnythingIsSaidNoHintSpeaksOfSaving() {
    Pilot pilot = pilot().press("Left");
    assertFalse(pilot.lastRow().contains("^S"), pilot::lastRow);
    assertFalse(pilot.lastRow().contains("^C"), pilot::lastRow);
    pilot.ask("q").press("Left");
    assertTrue(pilot.lastRow().startsWith("^C stop"), pilot::lastRow);
  }

  @Test
  void hostileTextNeverBecomesAControl() {
    String hostile = "x\u001b]0;owned\u0007\u001b[2J\u0085\u009b31m\r\b\u202E\u0000y\uD800z";
    Pilot pilot = Pilot.start(80, 24, home, Pilot.model("m" + hostile, hostile, 1));
    // The terminal in memory fails on any control that this program does not write itself.
    pilot.paste(hostile).press("Enter").says(hostile, "\u001b", "[31m").ends();
    assertTrue(pilot.shows("x␛]0;owned"), pilot::screen);
    pilot.press("Esc m").press("Esc").press("^S").paste(hostile).press("Enter, Esc");
    pilot.log(LogLevel.ERROR, hostile, hostile).press("F8, Enter, Esc, Esc");
    pilot.on(new Event.StoreRefused(new StoreFailure.Missing(hostile)));
    pilot.on(new Event.ServerAnswered(hostile, hostile, List.of()));
    pilot.press("^T").paste(hostile).press("Esc, Esc, ^O").paste(hostile).press("Esc, Esc");
    pilot.resize(120, 40).press("F5, Enter, Esc").resize(40, 10).press("^P").paste(hostile);
    assertFalse(pilot.state().dialogs().isEmpty());
  }

  @Test
  void typingLandsInTheInputFromTheChatPanel() {
    Pilot pilot = pilot().exchange("q", "a").press("Tab");
    assertEquals(Panel.CHAT, pilot.state().focus());
    pilot.type("xyz");
    assertEquals(Panel.INPUT, pilot.state().focus());
    assertTrue(pilot.shows(" > xyz"), pilot::screen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"i", "Esc"})
  void iAndEscLeaveTheChatPanelWithoutATrace(String key) {
    Pilot pilot = pilot().exchange("q", "a").press("Tab").press(key);
    assertEquals(Panel.INPUT, pilot.state().focus());
    assertTrue(pilot.state().dialogs().isEmpty());
    assertTrue(pilot.shows("─[Message]") && !pilot.shows(" > i"), pilot::screen);
  }

  @Test
  void aKeyThatMeansNothingSaysSo() {
    assertEquals("F12 does nothing here. F1 lists the keys.", pilot().press("F12").lastRow());
    assertEquals("^Q quits.", pilot().press("^D").lastRow());
  }

  @Test
  void whileAFilterIsTypedOtherKeysStillWork() {
    Pilot pilot = pilot().log(LogLevel.INFO, "T", "one").press("F8, /").type("tw").press("Backspace");
    assertTrue(pilot.shows("filter: t"), pilot::screen);
    pilot.press("F1");
    assertTrue(pilot.shows("─ Help ─"), pilot::screen);
    pilot.press("Esc, Tab");
    assertEquals(Panel.INPUT, pilot.state().focus());
  }

  @Test
  void controlCClearsThenAsksThenQuits() {
    Pilot pilot = pilot().type("some words").press("^C");
    assertFalse(pilot.shows("some words"));
    pilot.press("^Z");
    assertTrue(pilot.shows(" > some words"), pilot::screen);
    pilot.press("^C, ^C");
    assertEquals("Press ^C again to quit.", pilot.lastRow());
    pilot.press("^C");
    assertTrue(pilot.state().exit().isPresent());
  }

  @Test
  void aPasteIsTextAndItsEnterIsALine() {
    Pilot pilot = pilot().paste("one\ntwo\n/three");
    assertTrue(pilot.shows(" > one\n   two\n   /three"), pilot::screen);
    assertTrue(pilot.state().chat().chat().conversation().isEmpty());
  }

  @Test
  void aReaderWhoScrolledUpStaysAndFollowsAgainAtTheEnd() {
    Pilot pilot = pilot().ask("q").says("line\n".repeat(40));
    pilot.press("PgUp");
    String top = pilot.terminal().row(3);
    pilot.says("more\n".repeat(10));
    assertEquals(top, pilot.terminal().row(3));
    assertTrue(pilot.shows("lines below · End"), pilot::screen);
    pilot.press("Ctrl-End").says("the very last");
    assertTrue(pilot.shows("the very last"), pilot::screen);
  }

  @Test
  void theModelGetsWhatTheScreenShows() {
    Pilot pilot = pilot().exchange("one", "two").ask("three");
    assertEquals(3, pilot.request().request().history().size());
    assertEquals("qwen3:8b", pilot.request().request().model());
  }

  @Test
  void savingAppendingAndUndoingTellWhereItWent() {
    Pilot pilot = pilot().exchange("q", "a").press("^S, ^U").type("Plan").press("Enter");
    assertEquals("Saved chats/plan.json.", pilot.lastRow());
    pilot.press("^T").type("todo").press("Enter");
    assertEquals("Made todo.csv of 2 tasks (1-2). ^Z undoes.", pilot.lastRow());
    pilot.exchange("q2", "a2").press("^T, Enter");
    assertEquals("Added 2 tasks to todo.csv (3-4). ^Z undoes.", pilot.lastRow());
    pilot.press("^Z");
    assertEquals("Took 2 tasks back from todo.csv.", pilot.lastRow());
    pilot.press("^N").exchange("q3", "a3").press("^G, Enter");
    assertEquals("Added 2 messages to Plan. ^Z undoes.", pilot.lastRow());
    pilot.press("^Z");
    assertTrue(pilot.lastRow().startsWith("Took the last append back from "), pilot::lastRow);
  }

  @Test
  void aThemeIsShownAtOnceAndTakenBackWithEsc() {
    Pilot pilot = pilot();
    String plain = pilot.terminal().at(3, 20).style();
    pilot.press("Esc ,, Enter").type("light").press("Down");
    pilot.press("Esc, Esc, Esc");
    assertEquals(plain, pilot.terminal().at(3, 20).style());
    pilot.press("Esc ,, Enter").type("contrast").press("Enter, Esc");
    assertTrue(pilot.asked(new StoreCommand.SetPreference(Preference.THEME, "contrast")));
    assertFalse(plain.equals(pilot.terminal().at(3, 20).style()));
  }

  @Test
  void whatIsDeletedInThePickerComesBackThere() {
    Pilot pilot = pilot().exchange("How?", "So.").press("^S, ^U").type("Plan").press("Enter, ^N, ^O");
    assertTrue(pilot.shows("> Plan"), pilot::screen);
    pilot.press("Delete");
    assertTrue(pilot.shows("\"Plan\" is in the trash. ^Z undoes."), pilot::screen);
    assertTrue(pilot.shows("No chats yet."), pilot::screen);
    pilot.press("^Z");
    assertTrue(pilot.shows("> Plan"), pilot::screen);
    assertTrue(pilot.shows("chats/plan.json is back."), pilot::screen);
  }

  @Test
  void aListIsDeletedAndComesBack() {
    Pilot pilot = pilot().exchange("How?", "So.").press("^T").type("ideas").press("Enter, F5, x");
    assertTrue(pilot.shows("No task lists yet."), pilot::screen);
    assertTrue(pilot.shows("ideas.csv is in the trash. ^Z undoes."), pilot::screen);
    pilot.press("^Z");
    assertTrue(pilot.shows("> ideas.csv"), pilot::screen);
  }

  @Test
  void aChatThatWasNeverNamedGetsItsNameInThePicker() {
    Pilot pilot = pilot().exchange("How?", "So.").press("^N, ^O, Tab, n, ^U").type("Plan").press("Enter");
    assertTrue(pilot.shows("Saved chats/plan.json."), pilot::screen);
    assertFalse(pilot.shows("Never named"), pilot::screen);
    assertTrue(pilot.shows("> "), pilot::screen);
  }

  @Test
  void whatCouldNotBeSavedCanGoElsewhere(@TempDir Path other) throws IOException {
    Pilot pilot =
        pilot().diskFails(new StoreFailure.DiskFull("chats/a.json")).exchange("How?", "So.").press("^Q, s, ^U")
            .type(other.resolve("a.json").toString());
    pilot.press("Enter");
    assertTrue(pilot.shows("NOT SAVED"), "all of the disk fails: " + pilot.screen());
    pilot.diskWorks().press("Enter");
    assertEquals(0, pilot.state().exit().orElseThrow());
    assertTrue(Files.readString(other.resolve("a.json")).contains("So."));
  }

  @Test
  void helpNamesEveryAction() {
    Pilot pilot = Pilot.start(120, 90, home, Pilot.model("m", "1B", 1)).press("F1");
    StringBuilder pages = new StringBuilder(pilot.screen());
    for (int page = 0; page < 4; page++) {
      pages.append(pilot.press("PgDn").screen());
    }
    String all = pages.toString();
    for (Action action : Action.values()) {
      assertTrue(all.contains("/" + action.word()), action::word);
    }
  }
}
