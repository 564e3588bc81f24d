package dev.chatstream.term;

import java.util.Arrays;

/// A rectangle of cells. Keeps one promise: a wide cell is always followed by its right half, and a right half always
/// follows a wide cell; what would break it becomes a blank.
final class CellGrid {

  private final int columns;
  private final int rows;
  private final Cell[] cells;

  CellGrid(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.cells = new Cell[columns * rows];
    clear();
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  Cell at(int column, int row) {
    return cells[row * columns + column];
  }

  void clear() {
    Arrays.fill(cells, CellStyle.PLAIN.blank());
  }

  /// Sets one cell and, if it is wide, the right half. A wide cell in the last column becomes a blank.
  void set(int column, int row, Cell cell) {
    int at = row * columns + column;
    boolean wide = cell.width() == 2;
    if (wide && column + 1 == columns) {
      set(column, row, cell.style().blank());
      return;
    }
    splitLeft(at);
    splitRight(column + (wide ? 1 : 0), row);
    cells[at] = cell;
    if (wide) {
      cells[at + 1] = cell.style().rightHalf();
    }
  }

  /// Sets the cells of a row from `from` to `to`, not included, to this narrow cell; at once, as most of a screen is
  /// blank.
  void fill(int from, int to, int row, Cell cell) {
    if (from < to) {
      splitLeft(row * columns + from);
      splitRight(to - 1, row);
      Arrays.fill(cells, row * columns + from, row * columns + to, cell);
    }
  }

  /// If the cell is a right half that loses its left one, the left one becomes a blank.
  private void splitLeft(int at) {
    if (cells[at].width() == 0) {
      cells[at - 1] = cells[at - 1].style().blank();
    }
  }

  /// If the cell is a left half that loses its right one, the right one becomes a blank.
  private void splitRight(int column, int row) {
    int at = row * columns + column;
    if (cells[at].width() == 2) {
      cells[at + 1] = cells[at + 1].style().blank();
    }
  }

  /// Copies what both grids have room for.
  void copyFrom(CellGrid other) {
    int width = Math.min(columns, other.columns);
    for (int row = 0; row < Math.min(rows, other.rows); row++) {
      System.arraycopy(other.cells, row * other.columns, cells, row * columns, width);
      int last = row * columns + width - 1;
      if (width > 0 && cells[last].width() == 2) {
        cells[last] = cells[last].style().blank();
      }
    }
  }

  void copyRow(int row, CellGrid other) {
    System.arraycopy(other.cells, row * columns, cells, row * columns, columns);
  }

  /// Copies the cells of a row before this column, which is no right half.
  void copyCells(int row, int before, CellGrid other) {
    System.arraycopy(other.cells, row * columns, cells, row * columns, before);
  }

  /// Moves rows up (`by` > 0) or down within `top` to `bottom`, both included; vacated rows become plain blanks.
  void scroll(int top, int bottom, int by) {
    int kept = bottom - top + 1 - Math.abs(by);
    int from = by > 0 ? top + by : top;
    int to = by > 0 ? top : top - by;
    System.arraycopy(cells, from * columns, cells, to * columns, kept * columns);
    int vacated = by > 0 ? bottom + 1 - by : top;
    Arrays.fill(cells, vacated * columns, (vacated + Math.abs(by)) * columns, CellStyle.PLAIN.blank());
  }

  /// How many cells of a row differ from the same row, shifted by `shift`, of another grid of this size.
  int differences(int row, CellGrid other, int shift) {
    int different = 0;
    int mine = row * columns;
    int theirs = (row + shift) * columns;
    for (int column = 0; column < columns; column++) {
      if (!cells[mine + column].same(other.cells[theirs + column])) {
        different++;
      }
    }
    return different;
  }

  /// How many cells of a row are not plain blanks.
  int filled(int row) {
    int filled = 0;
    for (int at = row * columns; at < (row + 1) * columns; at++) {
      if (cells[at] != CellStyle.PLAIN.blank()) {
        filled++;
      }
    }
    return filled;
  }
}
