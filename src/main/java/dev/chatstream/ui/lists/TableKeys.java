package dev.chatstream.ui.lists;

import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.state.TableState;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.ui.keys.Motion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the keys of the table ask for, beside moving in it.
final class TableKeys {

  /// Of a row that is about to be made.
  static final String NEW_ROW = "";

  private static final TableRow NOTHING = new TableRow(Integer.MIN_VALUE, "", false, List.of());

  private final Consumer<Event> out;
  private int anchor;

  TableKeys(Consumer<Event> out) {
    this.out = out;
  }

  /// The line that was marked last.
  int anchor() {
    return anchor;
  }

  /// Marks lines; one that is marked loses its mark.
  void mark(int from, int to, Optional<TableRow> current) {
    boolean marked = from != to || current.map(row -> !row.marked()).orElse(true);
    anchor = to;
    want(new TableCommand.Mark(Math.min(from, to), Math.max(from, to), marked));
  }

  /// Does what this key means.
  ///
  /// @return false when it means nothing here
  boolean press(Motion motion, TableState table, Optional<TableRow> current) {
    switch (motion) {
      case RUN -> want(new TableCommand.ChooseRows());
      case ADD -> choose(new TableChoice.WantCell(current.orElse(NOTHING), NEW_ROW));
      case TAKE_BACK -> want(new TableCommand.Undo());
      case DO_AGAIN -> want(new TableCommand.Redo());
      case MARK_ALL -> want(new TableCommand.Mark(0, Integer.MAX_VALUE, table.facts().marked() == 0));
      case SORT -> choose(new TableChoice.WantColumn(false));
      case GROUP -> choose(new TableChoice.WantColumn(true));
      case COLUMNS -> choose(new TableChoice.WantLayout(current.filter(one -> !one.isHeading())));
      case RENUMBER -> edit(new TableEdit.Renumber(), current.orElse(NOTHING));
      default -> {
        Optional<TableRow> row = current.filter(one -> !one.isHeading());
        row.ifPresent(one -> onRow(motion, table, one));
        return row.isEmpty() || isOnRow(motion);
      }
    }
    return true;
  }

  private static boolean isOnRow(Motion motion) {
    return switch (motion) {
      case CHOOSE, EDIT, DONE, STATUS, PRIORITY, TAGS, CATEGORY, DUE, MOVE_UP, MOVE_DOWN, DELETE, SOURCE, COPY -> true;
      default -> false;
    };
  }

  private void onRow(Motion motion, TableState table, TableRow row) {
    switch (motion) {
      case CHOOSE -> want(new TableCommand.ReadRow(row.ref()));
      case EDIT -> cell(row, "content");
      case TAGS -> cell(row, "tags");
      case CATEGORY -> cell(row, "category");
      case DUE -> cell(row, "due");
      case DONE -> edit(new TableEdit.FlipDone(), row);
      case STATUS -> edit(new TableEdit.NextStatus(), row);
      case PRIORITY -> edit(new TableEdit.NextPriority(), row);
      case MOVE_UP -> edit(new TableEdit.Move(-1), row);
      case MOVE_DOWN -> edit(new TableEdit.Move(1), row);
      case DELETE -> edit(new TableEdit.Delete(), row);
      case SOURCE -> choose(new TableChoice.GoToSource(row.cell(table.facts().column("source"))));
      case COPY -> choose(new TableChoice.CopyCell(row.ref(), "content"));
      default -> {
        // No key of a row.
      }
    }
  }

  private void cell(TableRow row, String column) {
    choose(new TableChoice.WantCell(row, column));
  }

  private void edit(TableEdit edit, TableRow row) {
    choose(new TableChoice.EditRows(edit, row.ref()));
  }

  private void choose(Choice choice) {
    out.accept(new Event.Chosen(choice));
  }

  private void want(Command command) {
    out.accept(new Event.Wanted(command));
  }
}
