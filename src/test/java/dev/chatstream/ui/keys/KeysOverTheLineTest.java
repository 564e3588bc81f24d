package dev.chatstream.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.term.KeyDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every key that means something, as xterm sends it, cut by the line at every byte: it is still that one key.
class KeysOverTheLineTest {

  private static final String ESC = "\u001b";
  private static final int USUAL_GAP = 49;
  private static final int SLOW_GAP = 299;

  private final List<Key> keys = new ArrayList<>();
  private final KeyDecoder decoder = new KeyDecoder(keys::add, reply -> {
    throw new AssertionError("A key was taken for an answer: " + reply);
  });

  private static Set<Key> bound() {
    Keymap map = DefaultKeys.keymap();
    Set<Key> all = new LinkedHashSet<>();
    for (Action action : Action.values()) {
      all.addAll(map.keys(action));
    }
    for (Context context : Context.values()) {
      map.motions(context).values().forEach(all::addAll);
    }
    return all;
  }

  @Test
  void isOneKeyWhereverItIsCut() {
    Set<Key> all = bound();
    assertTrue(all.size() > 80, all.size() + " keys");
    for (Key key : all) {
      cutOnce(key, USUAL_GAP);
      decoder.setSlow(true);
      cutOnce(key, SLOW_GAP);
      byteByByte(key);
      decoder.setSlow(false);
    }
  }

  private void cutOnce(Key key, int gap) {
    byte[] bytes = sent(key);
    for (int cut = 0; cut < bytes.length; cut++) {
      keys.clear();
      decoder.feed(bytes, 0, cut, 0);
      decoder.feed(bytes, cut, bytes.length - cut, gap);
      decoder.wake(10_000);
      assertEquals(List.of(key), keys, KeyNames.of(key) + " cut at " + cut);
    }
  }

  private void byteByByte(Key key) {
    byte[] bytes = sent(key);
    keys.clear();
    for (int at = 0; at < bytes.length; at++) {
      decoder.feed(bytes, at, 1, (long) at * SLOW_GAP);
    }
    decoder.wake(10_000);
    assertEquals(List.of(key), keys, KeyNames.of(key));
  }

  private static byte[] sent(Key key) {
    return sequence(key).getBytes(StandardCharsets.UTF_8);
  }

  private static String sequence(Key key) {
    int modifiers = 1 + (key.shift() ? 1 : 0) + (key.alt() ? 2 : 0) + (key.ctrl() ? 4 : 0);
    String alt = key.alt() ? ESC : "";
    return switch (key.code()) {
      case TEXT -> alt + (key.ctrl() ? String.valueOf((char) (key.text().charAt(0) & 0x1F)) : key.text());
      case ENTER -> key.shift() ? ESC + "[13;2u" : alt + "\r";
      case TAB -> key.shift() ? ESC + "[Z" : "\t";
      case BACKSPACE -> alt + "\u007f";
      case ESCAPE -> ESC;
      case UP, DOWN, RIGHT, LEFT -> letter(key.code() == KeyCode.UP
          ? 'A'
          : key.code() == KeyCode.DOWN
              ? 'B'
              : key.code() == KeyCode.RIGHT ? 'C' : 'D',
          modifiers);
      case HOME -> letter('H', modifiers);
      case END -> letter('F', modifiers);
      case INSERT -> number(2, modifiers);
      case DELETE -> number(3, modifiers);
      case PAGE_UP -> number(5, modifiers);
      case PAGE_DOWN -> number(6, modifiers);
      case F1, F2, F3, F4 -> ESC + "O" + (char) ('P' + key.code().ordinal() - KeyCode.F1.ordinal());
      case F5 -> number(15, modifiers);
      case F6, F7, F8, F9, F10 -> number(17 + key.code().ordinal() - KeyCode.F6.ordinal(), modifiers);
      case F11, F12 -> number(23 + key.code().ordinal() - KeyCode.F11.ordinal(), modifiers);
      default -> throw new AssertionError("no key of a keyboard: " + key);
    };
  }

  private static String letter(char last, int modifiers) {
    return ESC + "[" + (modifiers == 1 ? "" : "1;" + modifiers) + last;
  }

  private static String number(int number, int modifiers) {
    return ESC + "[" + number + (modifiers == 1 ? "" : ";" + modifiers) + "~";
  }
}
