package dev.chatstream.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  private static final Keymap KEYS = DefaultKeys.keymap();

  /// Keys that terminals, multiplexers or SSH keep, or that can't be told from others.
  private static final Set<String> KEPT = Set.of("^I", "^M", "^H", "^B", "^]", "^^", "^\\", "^_", "^@", "^[");

  static Stream<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (int bits = 0; bits < 8; bits++) {
      boolean ctrl = (bits & 1) > 0;
      boolean alt = (bits & 2) > 0;
      boolean shift = (bits & 4) > 0;
      for (KeyCode code : EnumSet.range(KeyCode.ENTER, KeyCode.F12)) {
        keys.add(new Key(code, "", ctrl, alt, shift));
      }
      // A typed capital is its own text, not a letter with Shift.
      for (String text : shift ? List.<String> of() : List.of("a", "-", ",", "^", " ", "1", "é", "日")) {
        keys.add(new Key(KeyCode.TEXT, text, ctrl, alt, false));
      }
    }
    return keys.stream();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyIsReadAsItIsWritten(Key key) {
    assertEquals(key, KeyNames.parse(KeyNames.of(key)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"F13", "Hyper-x", "", "abc", "Ctrl-abc"})
  void whatIsNoKeyIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> KeyNames.parse(name));
  }

  @Test
  void aDoubleBindingIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Keymap().bind(Action.SAVE, "^S").bind(Action.OPEN, "^S"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Keymap().bind(Context.LOG, Motion.UP, "k").bind(Context.LOG, Motion.DOWN, "j k"));
  }

  @Test
  void everyKeyMeansWhatTheTableSays() {
    Map<Key, Action> seen = new HashMap<>();
    for (Action action : Action.values()) {
      for (Key key : KEYS.keys(action)) {
        assertEquals(Optional.of(action), KEYS.action(key));
        assertEquals(null, seen.put(key, action), () -> KeyNames.of(key) + " is bound twice");
      }
    }
    assertEquals(Optional.of(Action.PREFERENCES), KEYS.action(Key.alt(",")));
    assertEquals(Optional.empty(), KEYS.action(Key.of(KeyCode.ESCAPE)));
  }

  @ParameterizedTest
  @EnumSource(Context.class)
  void everyMotionOfAContextCanBeReached(Context context) {
    KEYS.motions(context).forEach((motion, keys) -> {
      assertFalse(keys.isEmpty());
      keys.forEach(key -> assertEquals(Optional.of(motion), KEYS.motion(context, key)));
    });
  }

  @Test
  void nothingIsBoundToAKeyThatOthersKeep() {
    Stream<Key> actions = Arrays.stream(Action.values()).flatMap(action -> KEYS.keys(action).stream());
    Stream<Key> motions = Arrays.stream(Context.values())
        .flatMap(context -> KEYS.motions(context).values().stream())
        .flatMap(List::stream);
    List<String> bound = Stream.concat(actions, motions).map(KeyNames::of).filter(KEPT::contains).toList();
    assertEquals(List.of(), bound);
  }

  @Test
  void noEditingKeyOfTheInputHidesAnAction() {
    KEYS.motions(Context.INPUT).values().stream().flatMap(List::stream)
        .forEach(key -> assertEquals(Optional.empty(), KEYS.action(key), () -> KeyNames.of(key)));
  }

  @Test
  void everyActionHasAWordOfItsOwn() {
    for (Action action : Action.values()) {
      assertEquals(1, Arrays.stream(Action.values()).filter(other -> other.word().equals(action.word())).count());
      assertTrue(KEYS.shown(action).length() > 0);
    }
  }

  @Test
  void aCapitalComesWithOrWithoutTheShiftFlag() {
    assertEquals(Optional.of(Motion.LAST), KEYS.motion(Context.LOG, new Key(KeyCode.TEXT, "G", false, false, true)));
    assertEquals(Optional.of(Motion.FIRST), KEYS.motion(Context.LOG, Key.text("g")));
    assertEquals(Optional.of(Action.SAVE_AS), KEYS.action(new Key(KeyCode.TEXT, "S", false, true, true)));
  }
}
