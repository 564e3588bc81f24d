package dev.chatstream.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.keys.Motion;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEditorTest {

  private final TextEditor editor = new TextEditor();

  TextEditorTest() {
    editor.setWidth(20);
  }

  private TextEditor with(String text) {
    editor.set(text);
    return editor;
  }

  private void move(Motion... motions) {
    for (Motion motion : motions) {
      editor.move(motion);
    }
  }

  @ParameterizedTest
  @EnumSource(Motion.class)
  void everyMotionIsSafeInAnEmptyTextAndAtBothEnds(Motion motion) {
    move(motion, motion);
    with("one two");
    move(motion, motion, Motion.LINE_START, motion, motion);
    assertTrue(editor.caretColumn() <= 20);
  }

  @Test
  void theCaretMovesByWhatPeopleSee() {
    with("a👩‍🚀e\u0301日");
    assertEquals(6, editor.caretColumn());
    move(Motion.LEFT);
    assertEquals(4, editor.caretColumn());
    move(Motion.LEFT);
    assertEquals(3, editor.caretColumn());
    move(Motion.DELETE_BACK);
    assertEquals("ae\u0301日", editor.text());
    move(Motion.DELETE_AHEAD);
    assertEquals("a日", editor.text());
    move(Motion.LEFT, Motion.LEFT, Motion.RIGHT);
    assertEquals(1, editor.caretColumn());
  }

  @Test
  void wordsAreDeletedAndComeBack() {
    with("one two  three");
    move(Motion.DELETE_WORD_BACK);
    assertEquals("one two  ", editor.text());
    move(Motion.DELETE_WORD_BACK);
    assertEquals("one ", editor.text());
    move(Motion.YANK);
    assertEquals("one two  three", editor.text(), "what was deleted in one go comes back whole");
    move(Motion.DELETE_WORD_BACK);
    move(Motion.LINE_START, Motion.DELETE_WORD_AHEAD);
    assertEquals(" two  ", editor.text());
    move(Motion.WORD_RIGHT, Motion.WORD_LEFT, Motion.DELETE_TO_START);
    assertEquals("two  ", editor.text());
    move(Motion.DELETE_TO_END);
    assertEquals("", editor.text());
    editor.insert("kept");
    editor.clear();
    assertTrue(editor.isEmpty());
    move(Motion.YANK);
    assertEquals("kept", editor.text());
  }

  @Test
  void upAndDownKeepTheColumnAndStopAtTheEdges() {
    with("0123456789\nab\n0123456789");
    move(Motion.LINE_START, Motion.RIGHT, Motion.RIGHT, Motion.RIGHT, Motion.RIGHT, Motion.UP);
    assertEquals(1, editor.caretLine());
    assertEquals(2, editor.caretColumn());
    assertTrue(editor.move(Motion.UP));
    assertEquals(0, editor.caretLine());
    assertFalse(editor.move(Motion.UP));
    move(Motion.DOWN, Motion.DOWN);
    assertFalse(editor.move(Motion.DOWN));
  }

  @Test
  void theEndOfALineStaysInTheLine() {
    with("twelve chars and then more of it");
    move(Motion.UP, Motion.LINE_START, Motion.LINE_END);
    assertEquals(0, editor.caretLine());
    move(Motion.LINE_END);
    assertEquals(0, editor.caretLine());
  }

  @Test
  void whatATerminalMustNotGetIsNotWritten() {
    editor.insert("a\u001b[31mb\u0007c\r\nd\u200D");
    assertEquals("a[31mbc\nd\u200D", editor.text());
  }

  /// The caret stands where the text ends on the screen, whatever is left out or widened there.
  @ParameterizedTest
  @ValueSource(strings = {"\t", "a\tb", "\t\t", "a\u202Eb", "\u200Bx", "x\u2028y"})
  void theCaretStandsWhereTheTextEnds(String text) {
    editor.insert(text);
    assertEquals(DisplayWidth.of(Sanitizer.line(editor.line(0))), editor.caretColumn());
  }

  @Test
  void aMarkJoinsTheLetterBeforeIt() {
    editor.insert("e");
    editor.insert("\u0301");
    assertEquals(1, editor.caretColumn());
    move(Motion.DELETE_BACK);
    assertEquals("", editor.text());
  }

  @Test
  void anyKeysLeaveTheCaretInTheText() {
    Motion[] motions = Motion.values();
    String[] pieces = {"a", " ", "日", "👍🏽", "\n", "word ", "\u0301"};
    Random random = new Random(1);
    for (int step = 0; step < 20_000; step++) {
      switch (random.nextInt(3)) {
        case 0 -> editor.insert(pieces[random.nextInt(pieces.length)]);
        case 1 -> editor.move(motions[random.nextInt(motions.length)]);
        default -> editor.setWidth(1 + random.nextInt(30));
      }
      if (editor.text().length() > 300) {
        editor.clear();
      }
      String line = editor.line(editor.caretLine());
      assertTrue(editor.caretColumn() <= DisplayWidth.of(line), () -> "in [" + line + "] of [" + editor.text() + "]");
    }
  }
}
