package dev.chatstream.core.event;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.table.TableFacts;
import dev.chatstream.core.table.TablePage;
import dev.chatstream.core.table.TableRow;
import java.util.Optional;

/// From the task list that is open as a table.
public sealed interface TableEvent extends Event {

  /// The list of the event; one that is not open any more is of no interest.
  String file();

  /// How the table is now.
  ///
  /// @param line the line to go to; -1 to stay
  /// @param words for the person; empty for none
  record Changed(String file, TableFacts facts, TablePage page, int line, String words) implements TableEvent {}

  /// A row, whole.
  record RowRead(String file, TableFacts facts, TableRow row) implements TableEvent {}

  /// A cell with all of its text.
  ///
  /// @param row it is in, whole
  /// @param column its name
  record CellRead(String file, TableRow row, String column, boolean copy) implements TableEvent {}

  /// Which rows are meant.
  ///
  /// @param rows as a filter; empty where nothing is marked and no filter is on
  record RowsChosen(String file, Optional<String> rows) implements TableEvent {}

  /// It can't be a table: damaged, or of another kind.
  record NoTable(String file, StoreFailure why) implements TableEvent {}

  /// Something did not work; the table is as it was.
  record Refused(String file, StoreFailure why) implements TableEvent {}

  /// A list was made, copied or renamed, or that was taken back.
  ///
  /// @param file its file name now
  /// @param words what was done
  /// @param undoable whether it can be taken back
  record ListKept(String file, String words, boolean undoable) implements TableEvent {}
}
