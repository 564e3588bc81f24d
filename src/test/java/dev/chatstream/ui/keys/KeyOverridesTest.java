package dev.chatstream.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.input.Phrase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyOverridesTest {

  private static KeyOverrides.Read read(String... lines) {
    return KeyOverrides.over(DefaultKeys.keymap(), List.of(lines));
  }

  @Test
  void aLineGivesAllKeysOfAnActionOrAMotion() {
    KeyOverrides.Read read = read("# mine", "", "save = F12, Esc N", "log.page-down = Esc ,, PgDn", "retry =");
    assertEquals(List.of(), read.problems());
    assertEquals(List.of(Key.of(KeyCode.F12), Key.alt("N")), read.keys().keys(Action.SAVE));
    assertEquals(Optional.empty(), read.keys().action(Key.ctrl('s')));
    assertEquals(Optional.of(Motion.PAGE_DOWN), read.keys().motion(Context.LOG, Key.alt(",")));
    assertEquals(Optional.empty(), read.keys().motion(Context.LOG, Key.text(" ")));
    assertEquals("/retry", read.keys().shown(Action.RETRY));
    assertEquals(List.of(Key.ctrl('g'), Key.of(KeyCode.F3), Key.alt("a")), read.keys().keys(Action.APPEND));
  }

  @Test
  void aSentenceNamesTheKeyThatIsBoundNow() {
    Phrase phrase = Phrase.of("Stopped.").then(Action.RETRY, "tries again.");
    assertEquals("Stopped. ^R tries again.", DefaultKeys.keymap().words(phrase));
    assertEquals("Stopped. F12 tries again.", read("retry = F12").keys().words(phrase));
    assertEquals("Stopped. /retry tries again.", read("retry =").keys().words(phrase));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "nonsense               | a line is NAME = KEY, KEY",
    "fly = F12              | nothing is called fly",
    "chat.fly = F12         | nothing is called chat.fly",
    "save = F13             | no key is called F13",
    "save = ^O              | ^O means \"open a chat\" already",
    "save = s               | s is text there",
    "save = Esc             | Esc backs out of things",
    "save = ^I              | terminals keep ^I for themselves",
    "save = ^A              | ^A means \"line start\" already",
    "input.send = ^S        | ^S means \"save chat\" already",
    "picker.choose = x      | x is text there",
    "log.filter = 1         | 1 means \"errors only\" already"
  })
  void aLineThatCanNotBeFollowedIsToldAndChangesNothing(String line, String why) {
    KeyOverrides.Read read = read("# one", line);
    assertEquals(1, read.problems().size());
    assertEquals(2, read.problems().getFirst().line());
    assertTrue(read.problems().getFirst().sentence().startsWith(why), read.problems()::toString);
    for (Action action : Action.values()) {
      assertEquals(DefaultKeys.keymap().keys(action), read.keys().keys(action));
    }
    for (Context context : Context.values()) {
      assertEquals(DefaultKeys.keymap().motions(context), read.keys().motions(context));
    }
  }

  @Test
  void keysCanBeSwappedAndTheLaterOfTwoLinesGivesWay() {
    KeyOverrides.Read swapped = read("save = ^O", "open = ^S");
    assertEquals(List.of(), swapped.problems());
    assertEquals(Optional.of(Action.OPEN), swapped.keys().action(Key.ctrl('s')));
    KeyOverrides.Read twice = read("save = F12", "append = F12", "save = F11");
    assertEquals(2, twice.problems().size());
    assertTrue(twice.problems().getFirst().in("k").startsWith("k:3:1: save stands here twice"));
    assertTrue(twice.problems().getLast().in("k").startsWith("k:2:1: F12 means \"save chat\" already"));
    assertEquals("F12", twice.keys().shown(Action.SAVE));
    assertEquals("^G", twice.keys().shown(Action.APPEND));
  }

  /// What falls back to its usual key takes that key from a line that was after it.
  @Test
  void aRefusedLineDrawsTheOneThatTookItsUsualKeyWithIt() {
    KeyOverrides.Read read = read("open = ^S", "save = ^G");
    assertEquals(2, read.problems().size(), read.problems()::toString);
    assertEquals(DefaultKeys.keymap().keys(Action.OPEN), read.keys().keys(Action.OPEN));
  }
}
