package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// The text of a cell, or of a new row.
final class TaskCellDialog extends LongTextDialog {

  private static final int LEAST_ROWS = 3;

  private final Dialog.TaskCell cell;

  TaskCellDialog(Look look, AppState state, Dialog.TaskCell cell, Consumer<Event> out) {
    super(title(cell), cell.text(), LEAST_ROWS, look, state, out);
    this.cell = cell;
  }

  private static String title(Dialog.TaskCell cell) {
    if (cell.column().isEmpty()) {
      return "New task";
    }
    String what = cell.column().equals("content") ? "Task" : cell.column();
    return cell.marked() > 0 ? what + " of " + cell.marked() + " marked rows" : what;
  }

  @Override
  protected void keep(String text) {
    if (cell.column().isEmpty() && text.isBlank()) {
      leave();
      return;
    }
    choose(new TableChoice.EditRows(
        cell.column().isEmpty() ? new TableEdit.Add(text) : new TableEdit.Put(cell.column(), text),
        cell.row().ref()));
  }

  @Override
  protected String example() {
    return switch (cell.column()) {
      case "" -> "What is to be done?";
      case "tags" -> "Words with blanks between them.";
      case "due" -> "A day, such as 2026-12-24.";
      case "priority" -> "A letter; A comes first.";
      default -> "";
    };
  }
}
