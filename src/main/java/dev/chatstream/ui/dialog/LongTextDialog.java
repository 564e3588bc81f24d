package dev.chatstream.ui.dialog;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.TextEditor;
import java.util.Optional;
import java.util.function.Consumer;

/// A text in as many lines as it has, to be kept or not.
abstract class LongTextDialog extends DialogWindow {

  private static final int MOST_ROWS = 18;

  private final int leastRows;
  private final TextEditor editor = new TextEditor();
  private int firstLine;

  /// @param text what stands there at the beginning
  LongTextDialog(String title, String text, int leastRows, Look look, AppState state, Consumer<Event> out) {
    super(title, look, state, out);
    this.leastRows = leastRows;
    editor.set(text);
  }

  /// Keeps what was written.
  protected abstract void keep(String text);

  /// What stands there, faint, as long as nothing is written.
  protected abstract String example();

  @Override
  public int rowsWanted() {
    editor.setWidth(Math.max(1, bodyWidth() - 1));
    return Math.clamp(editor.lines() + 1, leastRows, MOST_ROWS);
  }

  @Override
  protected String keysLine() {
    return keys(
        hint(Context.INPUT, Motion.SEND, "keep"), hint(Context.INPUT, Motion.NEW_LINE, "new line"),
        hint(Context.PICKER, Motion.BACK, "cancel"));
  }

  @Override
  public boolean press(Key key) {
    markDirty();
    if (key.typed() || key.code() == KeyCode.PASTE) {
      editor.insert(key.text());
      return true;
    }
    if (look().keys().motion(Context.PICKER, key).filter(Motion.BACK::equals).isPresent()) {
      leave();
      return true;
    }
    Optional<Motion> motion = look().keys().motion(Context.INPUT, key);
    if (motion.filter(Motion.SEND::equals).isPresent()) {
      keep(editor.text());
      return true;
    }
    return motion.map(editor::move).orElse(false);
  }

  @Override
  public TerminalPosition cursor() {
    return new TerminalPosition(
        Math.min(left() + editor.caretColumn(), width() - 3), 1 + editor.caretLine() - firstLine);
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    if (row == 0) {
      int caret = editor.caretLine();
      firstLine = Math.clamp(firstLine, Math.max(0, caret - bodyHeight() + 1), caret);
    }
    int line = firstLine + row;
    boolean empty = editor.isEmpty() && row == 0;
    String text = line < editor.lines() ? editor.line(line) : "";
    line(painter, empty ? example() : text, style(empty ? ThemeRole.PLACEHOLDER : ThemeRole.INPUT));
  }
}
