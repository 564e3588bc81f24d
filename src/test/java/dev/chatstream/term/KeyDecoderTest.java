package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyDecoderTest {

  private static final String ESC = "\u001b";

  private final List<Key> keys = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private final KeyDecoder decoder = new KeyDecoder(keys::add, replies::add);

  /// Sequences that mean the same however they are cut.
  static List<Map.Entry<String, Key>> sequences() {
    return List.of(
        Map.entry("[A", Key.of(KeyCode.UP)),
        Map.entry("OB", Key.of(KeyCode.DOWN)),
        Map.entry("[1;5C", new Key(KeyCode.RIGHT, "", true, false, false)),
        Map.entry("[1;3A", new Key(KeyCode.UP, "", false, true, false)),
        Map.entry("Oa", new Key(KeyCode.UP, "", true, false, false)),
        Map.entry("[a", new Key(KeyCode.UP, "", false, false, true)),
        Map.entry("[H", Key.of(KeyCode.HOME)),
        Map.entry("[1~", Key.of(KeyCode.HOME)),
        Map.entry("[4~", Key.of(KeyCode.END)),
        Map.entry("[7~", Key.of(KeyCode.HOME)),
        Map.entry("OF", Key.of(KeyCode.END)),
        Map.entry("[3~", Key.of(KeyCode.DELETE)),
        Map.entry("[3;2~", new Key(KeyCode.DELETE, "", false, false, true)),
        Map.entry("[5~", Key.of(KeyCode.PAGE_UP)),
        Map.entry("[5^", new Key(KeyCode.PAGE_UP, "", true, false, false)),
        Map.entry("[6$", new Key(KeyCode.PAGE_DOWN, "", false, false, true)),
        Map.entry("OP", Key.of(KeyCode.F1)),
        Map.entry("[11~", Key.of(KeyCode.F1)),
        Map.entry("[[A", Key.of(KeyCode.F1)),
        Map.entry("[[E", Key.of(KeyCode.F5)),
        Map.entry("[15~", Key.of(KeyCode.F5)),
        Map.entry("[17~", Key.of(KeyCode.F6)),
        Map.entry("[24~", Key.of(KeyCode.F12)),
        Map.entry("[1;2P", new Key(KeyCode.F1, "", false, false, true)),
        Map.entry("[Z", new Key(KeyCode.TAB, "", false, false, true)),
        Map.entry("[13;2u", new Key(KeyCode.ENTER, "", false, false, true)),
        Map.entry("[27;2;13~", new Key(KeyCode.ENTER, "", false, false, true)),
        Map.entry("[27u", Key.of(KeyCode.ESCAPE)),
        Map.entry("[97;5u", Key.ctrl('a')),
        Map.entry("[115;3u", Key.alt("s")),
        Map.entry("[104;5u", Key.of(KeyCode.BACKSPACE)),
        Map.entry("[97:65;2u", Key.text("A")),
        Map.entry("[57414u", Key.of(KeyCode.ENTER)),
        Map.entry("[<64;10;20M", Key.of(KeyCode.WHEEL_UP)),
        Map.entry("[<65;10;20M", Key.of(KeyCode.WHEEL_DOWN)),
        Map.entry("s", Key.alt("s")),
        Map.entry("é", Key.alt("é")),
        Map.entry("\r", new Key(KeyCode.ENTER, "", false, true, false)),
        Map.entry("\u007f", new Key(KeyCode.BACKSPACE, "", false, true, false)),
        Map.entry(ESC + "[A", new Key(KeyCode.UP, "", false, true, false)),
        Map.entry("[200~two\rlines\r\n" + ESC + "[A" + ESC + "[201~", Key.paste("two\nlines\n" + ESC + "[A")));
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void aSequenceMeansTheSameWhereverItIsCut(Map.Entry<String, Key> expected) {
    byte[] bytes = (ESC + expected.getKey()).getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut < bytes.length; cut++) {
      keys.clear();
      decoder.feed(bytes, 0, cut, 0);
      decoder.feed(bytes, cut, bytes.length - cut, 30);
      assertEquals(List.of(expected.getValue()), keys, "cut at " + cut);
      assertEquals(-1, decoder.wakeIn(30), "something still waits after a cut at " + cut);
    }
  }

  @ParameterizedTest
  @MethodSource("sequences")
  void aSequenceInSingleBytesMeansTheSame(Map.Entry<String, Key> expected) {
    byte[] bytes = (ESC + expected.getKey()).getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      decoder.feed(bytes, at, 1, at);
    }
    assertEquals(List.of(expected.getValue()), keys);
  }

  @Test
  void aLoneEscapeCountsAfterFiftyMillis() {
    feed(ESC, 0);
    assertEquals(50, decoder.wakeIn(0));
    decoder.wake(49);
    assertEquals(List.of(), keys);
    decoder.wake(50);
    assertEquals(List.of(Key.of(KeyCode.ESCAPE)), keys);
    assertEquals(-1, decoder.wakeIn(50));
  }

  @Test
  void twoEscapesAreTwoKeys() {
    feed(ESC + ESC, 0);
    decoder.wake(50);
    assertEquals(List.of(Key.of(KeyCode.ESCAPE), Key.of(KeyCode.ESCAPE)), keys);
  }

  @Test
  void aLetterLongAfterEscapeIsALetter() {
    feed(ESC, 0);
    feed("s", 200);
    assertEquals(List.of(Key.of(KeyCode.ESCAPE), Key.text("s")), keys);
  }

  @Test
  void anIncompleteIntroducerWaitsASecondAndIsAlt() {
    feed(ESC + "[", 0);
    assertEquals(1000, decoder.wakeIn(0));
    decoder.wake(1000);
    feed(ESC + "O", 2000);
    decoder.wake(3000);
    assertEquals(List.of(Key.alt("["), Key.alt("O")), keys);
  }

  @Test
  void repliesAndReportsAreSwallowed() {
    feed(ESC + "]11;rgb:0000/0000/0000" + ESC + "\\a", 0);
    feed(ESC + "]52;c;Zm9v\u0007b", 10);
    feed(ESC + "P1$r0m" + ESC + "\\c", 20);
    feed(ESC + "[?62;22c" + ESC + "[>0;10;1c" + ESC + "[?1u" + ESC + "[?2026;2$y" + ESC + "[12;40Rd", 30);
    feed(ESC + "[I" + ESC + "[O" + ESC + "[<0;3;4M" + ESC + "[<0;3;4m" + ESC + "[M !!e", 40);
    feed(ESC + "[99;99;99;99X" + ESC + "[" + "1;".repeat(500) + "Af", 50);
    assertEquals("abcdef", typed());
  }

  @Test
  void anAnswerIsNeverAKeyAndAKeyNeverAnAnswer() {
    feed(ESC + "[24;7R" + ESC + "[1;2R" + ESC + "[R" + ESC + "[2;1", 0);
    feed("R", 900);
    assertEquals(List.of(new Reply('[', "24;7R"), new Reply('[', "2;1R")), replies);
    assertEquals(List.of(7, 1), replies.stream().map(Reply::column).toList());
    assertEquals(List.of(new Key(KeyCode.F3, "", false, false, true), Key.of(KeyCode.F3)), keys);
  }

  @Test
  void answersCutAnywhereAreTold() {
    String all = ESC + "[?62;52c" + ESC + "P>|kitty(0.38)" + ESC + "\\" + ESC + "[?2004;1$y";
    for (int cut = 0; cut <= all.length(); cut++) {
      replies.clear();
      feed(all.substring(0, cut), 0);
      feed(all.substring(cut), 40);
      assertEquals(
          List.of(new Reply('[', "?62;52c"), new Reply('P', ">|kitty(0.38)"), new Reply('[', "?2004;1$y")), replies,
          "cut at " + cut);
    }
    assertEquals(List.of(), keys);
  }

  @Test
  void onASlowLineTheHalvesOfASequenceMayComeLate() {
    decoder.setSlow(true);
    feed(ESC, 0);
    feed("[A", 299);
    feed(ESC, 1000);
    decoder.wake(1300);
    assertEquals(List.of(Key.of(KeyCode.UP), Key.of(KeyCode.ESCAPE)), keys);
  }

  @Test
  void anInterruptedSequenceLosesOnlyItself() {
    feed(ESC + "[12" + ESC + "[A" + ESC + "[1;\u0003", 0);
    assertEquals(List.of(Key.of(KeyCode.UP), Key.ctrl('c')), keys);
  }

  @Test
  void controlsHaveTheirNames() {
    feed("\u0008", 0);
    feed("\u007f", 0);
    feed("\t", 0);
    feed("\r", 0);
    feed("\n", 0);
    feed("\u0011", 0);
    feed("\u001c", 0);
    feed("\0", 0);
    assertEquals(
        List.of(
            Key.of(KeyCode.BACKSPACE), Key.of(KeyCode.BACKSPACE), Key.of(KeyCode.TAB), Key.of(KeyCode.ENTER),
            Key.ctrl('j'), Key.ctrl('q'), Key.ctrl('\\'), Key.ctrl(' ')),
        keys);
  }

  @Test
  void charactersOutsideTheBasicPlaneAreOneKey() {
    byte[] bytes = "😀".getBytes(StandardCharsets.UTF_8);
    decoder.feed(bytes, 0, 3, 0);
    assertEquals(List.of(), keys);
    decoder.feed(bytes, 3, 1, 500);
    assertEquals(List.of(Key.text("😀")), keys);
  }

  @Test
  void brokenUtf8IsSwallowedAndTheRestCounts() {
    byte[] bytes = {(byte) 0xC3, 'a', (byte) 0x80, (byte) 0xE2, (byte) 0x82, 'b', (byte) 0xFF, (byte) 0xED, (byte) 0xA0,
      (byte) 0x80, (byte) 0xC2, (byte) 0x9B, 'c'};
    decoder.feed(bytes, 0, bytes.length, 0);
    assertEquals("abc", typed());
  }

  @Test
  void textAfterAnEnterInOneReadIsAPaste() {
    feed("one\rtwo\r\n\tthree\r", 0);
    assertEquals(List.of(Key.paste("one\ntwo\n\tthree\n")), keys);
    keys.clear();
    feed("ok\r", 1000);
    assertEquals(List.of(Key.text("o"), Key.text("k"), Key.of(KeyCode.ENTER)), keys);
    keys.clear();
    feed("\r\r", 2000);
    assertEquals(List.of(Key.of(KeyCode.ENTER), Key.of(KeyCode.ENTER)), keys);
  }

  @Test
  void aPasteWithoutBracketsGoesOnInTheNextRead() {
    byte[] text = "one\rtwö\rthree\r".getBytes(StandardCharsets.UTF_8);
    decoder.feed(text, 0, 7, 0);
    decoder.feed(text, 7, text.length - 7, 10);
    StringBuilder all = new StringBuilder();
    keys.forEach(key -> all.append(key.text()));
    assertEquals("one\ntwö\nthree\n", all.toString());
    assertTrue(keys.stream().noneMatch(key -> key.code() == KeyCode.ENTER));
  }

  @Test
  void manyEqualArrowsInOneReadAreTheWheel() {
    feed((ESC + "[A").repeat(3) + (ESC + "OB").repeat(2), 0);
    assertEquals(
        List.of(
            Key.of(KeyCode.WHEEL_UP), Key.of(KeyCode.WHEEL_UP), Key.of(KeyCode.WHEEL_UP), Key.of(KeyCode.DOWN),
            Key.of(KeyCode.DOWN)),
        keys);
  }

  @Test
  void aLongPasteIsOneKey() {
    String text = "zeile äöü 😀\n".repeat(40_000);
    byte[] bytes = (ESC + "[200~" + text.replace('\n', '\r') + ESC + "[201~x").getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at += 4095) {
      decoder.feed(bytes, at, Math.min(4095, bytes.length - at), at);
    }
    assertEquals(List.of(Key.paste(text), Key.text("x")), keys);
  }

  @Test
  void noBytesEverBreakTheDecoder() {
    Random random = new Random(7);
    byte[] bytes = new byte[200_000];
    String likely = ESC + ESC + ESC + "[[[O]P;;:0123?<>~AMu$^\u0007\\";
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (random.nextBoolean() ? likely.charAt(random.nextInt(likely.length())) : random.nextInt(256));
    }
    for (int at = 0; at < bytes.length;) {
      int length = Math.min(1 + random.nextInt(40), bytes.length - at);
      decoder.feed(bytes, at, length, at * 3L);
      at += length;
    }
    for (Key key : keys) {
      if (key.code() == KeyCode.TEXT) {
        assertTrue(key.text().codePoints().noneMatch(Character::isISOControl), key.toString());
      }
    }
  }

  private void feed(String text, long now) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    decoder.feed(bytes, 0, bytes.length, now);
  }

  private String typed() {
    StringBuilder text = new StringBuilder();
    keys.forEach(key -> text.append(key.text()));
    return text.toString();
  }
}
