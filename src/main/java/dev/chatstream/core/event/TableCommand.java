package dev.chatstream.core.event;

import dev.chatstream.core.table.TableColumns;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TableView;

/// What is done with the task list that is open as a table: one after the other, on a thread of its own.
public sealed interface TableCommand extends Command {

  /// Open a list in the place of the one that is open.
  ///
  /// @param file its file name
  record Open(String file) implements TableCommand {}

  /// Put all changes into the file and let it go.
  record Close() implements TableCommand {}

  /// Show these lines from now on.
  record ReadLines(int from, int count) implements TableCommand {}

  /// Let rows keep their places: a dialog is about one of them. Until the next change, mark or view.
  record Hold() implements TableCommand {}

  /// Read a row whole, to show all of it.
  record ReadRow(int ref) implements TableCommand {}

  /// Read a cell whole, to change its text or to copy it.
  ///
  /// @param column its name
  record ReadCell(int ref, String column, boolean copy) implements TableCommand {}

  /// Show these columns, now and when the list is opened again.
  record ShowColumns(TableColumns columns) implements TableCommand {}

  /// Change the marked rows or, where there are none, this one.
  record Edit(TableEdit edit, int ref) implements TableCommand {}

  /// Take the last change of the list back.
  record Undo() implements TableCommand {}

  /// Do what was taken back last once more.
  record Redo() implements TableCommand {}

  /// Mark lines, or take their marks away.
  ///
  /// @param to the last one; one beyond the end is the last there is
  record Mark(int from, int to, boolean marked) implements TableCommand {}

  /// Say which rows are meant: those that are marked, else those that the filter keeps.
  record ChooseRows() implements TableCommand {}

  /// Show other rows, or in another order.
  record Show(TableView view) implements TableCommand {}

  /// Go to the row with this number, as soon as the list is read.
  record GoTo(long index) implements TableCommand {}

  /// See whether somebody else has changed the file.
  record LookAgain() implements TableCommand {}
}
