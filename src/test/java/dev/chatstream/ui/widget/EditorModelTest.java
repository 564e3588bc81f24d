package dev.chatstream.ui.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.WrappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The editor against a plain string that is changed in the same way, and against lines that are wrapped all anew.
class EditorModelTest {

  private static final String[] PIECES = {
    "a", " ", "  ", "word ", "日本", "👩‍🚀", "\n", "\n\n", "\u0301", "longer-than-a-line-of-the-screen ", "\t", "é",
    "x\ny"
  };
  private static final Motion[] MOVES = {
    Motion.LEFT, Motion.RIGHT, Motion.WORD_LEFT, Motion.WORD_RIGHT, Motion.LINE_START, Motion.LINE_END, Motion.UP,
    Motion.DOWN
  };
  private static final Motion[] DELETIONS = {
    Motion.DELETE_BACK, Motion.DELETE_AHEAD, Motion.DELETE_WORD_BACK, Motion.DELETE_WORD_AHEAD,
    Motion.DELETE_TO_START, Motion.DELETE_TO_END, Motion.YANK, Motion.YANK_EARLIER, Motion.NEW_LINE
  };

  private static List<String> lines(TextEditor editor) {
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < editor.lines(); line++) {
      lines.add(editor.line(line));
    }
    return lines;
  }

  private static List<String> wrapped(String text, int width) {
    WrappedText wrapped = WrappedText.of(text, width);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < wrapped.lines(); line++) {
      lines.add(wrapped.line(line).replace('\t', ' '));
    }
    return lines;
  }

  @Test
  void linesAreAlwaysThoseOfTheWholeTextWrappedAnew() {
    Random random = new Random(7);
    TextEditor editor = new TextEditor();
    int width = 10;
    editor.setWidth(width);
    for (int step = 0; step < 30_000; step++) {
      change(editor, random);
      if (random.nextInt(500) == 0) {
        width = 1 + random.nextInt(25);
        editor.setWidth(width);
      }
      if (editor.length() > 400) {
        editor.begin("");
      }
      assertEquals(wrapped(editor.text(), width), lines(editor), "step " + step);
    }
  }

  private static void change(TextEditor editor, Random random) {
    switch (random.nextInt(5)) {
      case 0, 1 -> editor.insert(PIECES[random.nextInt(PIECES.length)]);
      case 2 -> editor.move(DELETIONS[random.nextInt(DELETIONS.length)]);
      case 3 -> editor.move(random.nextBoolean() ? Motion.UNDO : Motion.REDO);
      default -> editor.move(MOVES[random.nextInt(MOVES.length)]);
    }
  }

  /// All states in their order come back, backwards and forwards.
  @Test
  void everyChangeIsUndoneAndDoneAgain() {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      TextEditor editor = new TextEditor();
      editor.setWidth(12);
      List<String> states = new ArrayList<>(List.of(""));
      for (int step = 0; step < 40; step++) {
        editor.move(MOVES[random.nextInt(MOVES.length)]);
        String before = editor.text();
        if (random.nextBoolean()) {
          editor.insert(PIECES[random.nextInt(PIECES.length)]);
        } else {
          editor.move(DELETIONS[random.nextInt(DELETIONS.length)]);
        }
        // A move stands between two changes, so that each is one of its own.
        editor.move(Motion.LEFT);
        if (!editor.text().equals(before)) {
          states.add(editor.text());
        }
      }
      for (int at = states.size() - 2; at >= 0; at--) {
        assertTrue(editor.canUndo());
        editor.move(Motion.UNDO);
        assertEquals(states.get(at), editor.text());
      }
      for (String state : states.subList(1, states.size())) {
        editor.move(Motion.REDO);
        assertEquals(state, editor.text());
      }
    }
  }

  @Test
  void anEditInTheMiddleOfAMegabyteCostsTheLinesAroundIt() {
    TextEditor editor = new TextEditor();
    editor.setWidth(78);
    editor.begin("A paragraph of words that is longer than one line of the screen and so is broken once.\n"
        .repeat(12_000));
    for (int up = 0; up < 6_000; up++) {
      editor.move(Motion.UP);
    }
    long before = editor.broken();
    editor.insert("x");
    editor.move(Motion.DELETE_BACK);
    editor.move(Motion.NEW_LINE);
    editor.move(Motion.DELETE_BACK);
    editor.move(Motion.DELETE_WORD_BACK);
    editor.move(Motion.UNDO);
    long cost = editor.broken() - before;
    assertTrue(cost > 0 && cost < 6 * 6 * 90, "looked at " + cost + " characters");
  }

  @Test
  void aFoldIsOneCharacterThatIsSentWhole() {
    String paste = "a line of it\n".repeat(212);
    TextEditor editor = new TextEditor();
    editor.setWidth(40);
    editor.insert("before ");
    editor.paste(paste);
    editor.insert("after");
    assertEquals(List.of("before ", "[pasted 212 lines, 3 kB]", "after"), lines(editor));
    assertEquals("before " + paste + "after", editor.text());
    editor.move(Motion.LINE_START);
    assertTrue(editor.atFold());
    editor.move(Motion.DELETE_BACK);
    assertEquals("before after", editor.text());
    editor.move(Motion.UNDO);
    assertEquals("before " + paste + "after", editor.text());
    assertEquals(2, editor.caretLine());
    editor.move(Motion.LEFT);
    assertEquals(0, editor.caretLine(), "before it the caret stands where one would type on");
    assertEquals(7, editor.caretColumn());
    assertTrue(editor.move(Motion.UNFOLD));
    assertEquals("before " + paste + "after", editor.text());
    assertEquals("before a line of it", editor.line(0));
    editor.move(Motion.UNDO);
    assertEquals(3, editor.lines());
  }

  @Test
  void foldsAreCrossedUpAndDown() {
    TextEditor editor = new TextEditor();
    editor.setWidth(40);
    editor.insert("one\n");
    editor.paste("x\n".repeat(30));
    editor.insert("\n");
    editor.paste("y".repeat(3_000));
    assertEquals(List.of("one", "[pasted 30 lines, 60 B]", "[pasted 1 line, 3 kB]"), lines(editor));
    assertEquals(2, editor.caretLine());
    editor.move(Motion.UP);
    editor.move(Motion.UP);
    assertEquals(0, editor.caretLine());
    editor.move(Motion.DOWN);
    editor.move(Motion.DOWN);
    editor.move(Motion.LINE_END);
    editor.insert("end");
    assertEquals("one\n" + "x\n".repeat(30) + "\n" + "y".repeat(3_000) + "end", editor.text());
  }

  /// Folds among everything else: what is sent is what a plain string would hold.
  @Test
  void foldsMoveWithTheTextAroundThem() {
    Random random = new Random(3);
    String paste = "0123456789".repeat(250);
    TextEditor editor = new TextEditor();
    editor.setWidth(20);
    for (int step = 0; step < 5_000; step++) {
      if (random.nextInt(20) == 0) {
        editor.paste(paste);
      } else {
        change(editor, random);
      }
      if (editor.length() > 300) {
        editor.begin("");
      }
      String digits = editor.text().replaceAll("[^0-9]", "");
      assertEquals(0, digits.length() % paste.length(), "a fold is whole or not there");
      assertTrue(editor.caretLine() < editor.lines());
      assertTrue(editor.caretColumn() <= 20);
    }
  }

  @Test
  void whatWasKilledBeforeComesBackByTurns() {
    TextEditor editor = new TextEditor();
    editor.setWidth(40);
    editor.insert("one two");
    editor.move(Motion.DELETE_WORD_BACK);
    editor.move(Motion.LEFT);
    editor.move(Motion.DELETE_TO_START);
    assertEquals(" ", editor.text());
    editor.move(Motion.YANK);
    assertEquals("one ", editor.text());
    editor.move(Motion.YANK_EARLIER);
    assertEquals("two ", editor.text());
    editor.move(Motion.YANK_EARLIER);
    assertEquals("one ", editor.text());
  }

  @Test
  void wordsOfAnyScriptAreWords() {
    TextEditor editor = new TextEditor();
    editor.setWidth(80);
    editor.insert("привет नमस्ते 𝔘𝔫𝔦");
    editor.move(Motion.DELETE_WORD_BACK);
    assertEquals("привет नमस्ते ", editor.text());
    editor.move(Motion.DELETE_WORD_BACK);
    assertEquals("привет ", editor.text());
    editor.move(Motion.DELETE_WORD_BACK);
    assertEquals("", editor.text());
  }
}
