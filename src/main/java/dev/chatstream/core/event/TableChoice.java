package dev.chatstream.core.event;

import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TableRow;
import dev.chatstream.core.table.TableView;
import java.util.Optional;

/// In the table of a task list, or on the way to it.
public sealed interface TableChoice extends Choice.OnTable {

  /// Open this list as a table.
  record OpenTable(String file) implements TableChoice {}

  /// Go back to the list of lists.
  record CloseTable() implements TableChoice {}

  /// Change this in the marked rows or, where there are none, in this one.
  record EditRows(TableEdit edit, int ref) implements TableChoice {}

  /// See a row whole.
  record WantRow(int ref) implements TableChoice {}

  /// Ask for a text for a cell of the marked rows or, where there are none, of this one.
  ///
  /// @param column its name
  record WantCell(TableRow row, String column) implements TableChoice {}

  /// Copy the text of a cell, all of it.
  ///
  /// @param column its name
  record CopyCell(int ref, String column) implements TableChoice {}

  /// Ask which columns are shown, from a row.
  ///
  /// @param row the one whose cells can be changed there; empty for none
  record WantLayout(Optional<TableRow> row) implements TableChoice {}

  /// Ask for a column to sort by or, with groups, to group by.
  record WantColumn(boolean group) implements TableChoice {}

  /// Show other rows of the table, or in another order.
  record ShowRows(TableView view) implements TableChoice {}

  /// Ask for a name for a list, or for a new one where the file name is empty.
  record WantListName(String file) implements TableChoice {}

  /// Give a list this name, or make a new one where the file name is empty.
  record NameList(String file, String name) implements TableChoice {}

  /// Make a copy of a list.
  record DuplicateList(String file) implements TableChoice {}

  /// Go to the message that a row came from.
  ///
  /// @param source `chatId/messageId`
  record GoToSource(String source) implements TableChoice {}
}
