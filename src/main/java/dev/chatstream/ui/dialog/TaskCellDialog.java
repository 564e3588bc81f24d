package dev.chatstream.ui.dialog;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.TextEditor;
import java.util.Optional;
import java.util.function.Consumer;

/// The text of a cell, or of a new row, in as many lines as it has.
final class TaskCellDialog extends DialogWindow {

  private static final int LEAST_ROWS = 3;
  private static final int MOST_ROWS = 18;

  private final Dialog.TaskCell cell;
  private final TextEditor editor = new TextEditor();
  private int firstLine;

  TaskCellDialog(Look look, AppState state, Dialog.TaskCell cell, Consumer<Event> out) {
    super(title(cell), look, state, out);
    this.cell = cell;
    editor.set(cell.text());
  }

  private static String title(Dialog.TaskCell cell) {
    if (cell.column().isEmpty()) {
      return "New task";
    }
    String what = cell.column().equals("content") ? "Task" : cell.column();
    return cell.marked() > 0 ? what + " of " + cell.marked() + " marked rows" : what;
  }

  @Override
  public int rowsWanted() {
    editor.setWidth(Math.max(1, bodyWidth() - 1));
    return Math.clamp(editor.lines() + 1, LEAST_ROWS, MOST_ROWS);
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
      keep();
      return true;
    }
    return motion.map(editor::move).orElse(false);
  }

  private void keep() {
    String text = editor.text();
    if (cell.column().isEmpty() && text.isBlank()) {
      leave();
      return;
    }
    choose(new TableChoice.EditRows(
        cell.column().isEmpty() ? new TableEdit.Add(text) : new TableEdit.Put(cell.column(), text),
        cell.row().ref()));
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

  private String example() {
    return switch (cell.column()) {
      case "" -> "What is to be done?";
      case "tags" -> "Words with blanks between them.";
      case "due" -> "A day, such as 2026-12-24.";
      case "priority" -> "A letter; A comes first.";
      default -> "";
    };
  }
}
