package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A row of the table with all of its columns and all of its text. The keys of the table change it here, too.
final class TaskRecordDialog extends TextDialog {

  private final TableRow row;

  TaskRecordDialog(Look look, AppState state, Dialog.TaskRecord record, Consumer<Event> out) {
    super(title(record), words(record), look, state, out);
    this.row = record.row();
  }

  private static String title(Dialog.TaskRecord record) {
    return "Task " + cell(record, "index");
  }

  private static String cell(Dialog.TaskRecord record, String column) {
    return record.row().cell(record.columns().indexOf(column));
  }

  /// The text first, then each column that holds something.
  private static String words(Dialog.TaskRecord record) {
    StringBuilder text = new StringBuilder(cell(record, "content")).append("\n");
    for (String column : record.columns()) {
      String cell = cell(record, column);
      if (!column.equals("content") && !cell.isEmpty()) {
        text.append("\n").append(column).append(": ").append(cell);
      }
    }
    return text.toString();
  }

  @Override
  protected String keysLine() {
    return keys(
        hint(Context.DIALOG, Motion.CHOOSE, "edit"), hint(Context.TABLE, Motion.DONE, "done"),
        hint(Context.TABLE, Motion.STATUS, "status"), hint(Context.TABLE, Motion.PRIORITY, "priority"),
        hint(Context.TABLE, Motion.TAGS, "tags"), hint(Context.DIALOG, Motion.BACK, "close"));
  }

  @Override
  protected void chosen() {
    choose(new TableChoice.WantCell(row, "content"));
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look().keys().motion(Context.TABLE, key);
    List<Motion> ours = List.of(Motion.EDIT, Motion.DONE, Motion.STATUS, Motion.PRIORITY, Motion.TAGS, Motion.CATEGORY,
        Motion.DUE, Motion.SOURCE);
    if (motion.isEmpty() || !ours.contains(motion.get())) {
      return super.press(key);
    }
    switch (motion.get()) {
      case DONE -> choose(new TableChoice.EditRows(new TableEdit.FlipDone(), row.ref()));
      case STATUS -> choose(new TableChoice.EditRows(new TableEdit.NextStatus(), row.ref()));
      case PRIORITY -> choose(new TableChoice.EditRows(new TableEdit.NextPriority(), row.ref()));
      case TAGS -> choose(new TableChoice.WantCell(row, "tags"));
      case CATEGORY -> choose(new TableChoice.WantCell(row, "category"));
      case DUE -> choose(new TableChoice.WantCell(row, "due"));
      case SOURCE -> choose(new TableChoice.GoToSource(row.cell(state().table().facts().column("source"))));
      default -> chosen();
    }
    return true;
  }
}
