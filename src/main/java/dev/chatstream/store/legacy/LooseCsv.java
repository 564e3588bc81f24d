package dev.chatstream.store.legacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// Reads any text as a table, as spreadsheets and Python's `csv` do: LF, CR LF and CR end a row; a quote within a cell
/// that has none around it is a character like others, and so is what follows a closing quote. Both are told. Each call
/// reads one row; what is in memory is bounded by [#LONGEST_ROW].
final class LooseCsv {

  /// Characters of one row. A quote that is never closed makes one cell of the rest of the file.
  static final int LONGEST_ROW = 16 * 1024 * 1024;

  /// Cells of one row: as many as a spreadsheet has columns.
  static final int MOST_CELLS = 16_384;

  static final String NEVER_CLOSED = "a quote is never closed";
  static final String AFTER_QUOTE = "text follows a closing quote";
  static final String LOOSE_QUOTE = "a quote stands within a cell that has none around it";

  private static final int END = -1;

  private final Reader in;
  private final char separator;
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private long line = 1;
  private int characters;
  private String quoting = "";
  private int ahead;
  private boolean hasAhead;

  /// @param text read as far as is needed, and not closed
  LooseCsv(Reader text, char separator) {
    this.in = text instanceof BufferedReader ? text : new BufferedReader(text, 1 << 16);
    this.separator = separator;
  }

  /// The next row, blank lines too; null at the end.
  ///
  /// @throws BadText when a row is too long to be one
  LooseRow next() throws IOException {
    int c = read();
    if (c == END) {
      return null;
    }
    long begins = line;
    boolean blank = c == '\n' || c == '\r';
    cells = new ArrayList<>();
    characters = 0;
    quoting = "";
    while (!cell(c)) {
      c = read();
    }
    return new LooseRow(begins, blank ? List.of() : cells, quoting);
  }

  /// Reads a cell that begins with this character.
  ///
  /// @return whether it was the row's last one
  private boolean cell(int first) throws IOException {
    cell.setLength(0);
    int c = first;
    if (c == '"') {
      quoted();
      c = read();
      if (!endsCell(c)) {
        quoting = AFTER_QUOTE;
      }
    }
    while (!endsCell(c)) {
      if (c == '"' && quoting.isEmpty()) {
        quoting = LOOSE_QUOTE;
      }
      add(c);
      c = read();
    }
    cells.add(cell.toString());
    if (cells.size() > MOST_CELLS) {
      throw new BadText("line " + line + ": a row has more than " + MOST_CELLS + " cells");
    }
    return c != separator && endRow(c);
  }

  /// Reads up to the closing quote.
  private void quoted() throws IOException {
    while (true) {
      int c = read();
      if (c == END) {
        quoting = NEVER_CLOSED;
        return;
      }
      if (c == '"') {
        int then = read();
        if (then != '"') {
          unread(then);
          return;
        }
      }
      if (c == '\n') {
        line++;
      } else if (c == '\r') {
        int then = read();
        line += then == '\n' ? 0 : 1;
        unread(then);
      }
      add(c);
    }
  }

  private boolean endsCell(int c) {
    return c == separator || c == '\n' || c == '\r' || c == END;
  }

  private boolean endRow(int c) throws IOException {
    if (c == '\r') {
      int then = read();
      if (then != '\n') {
        unread(then);
      }
    }
    line++;
    return true;
  }

  private void add(int c) throws BadText {
    characters++;
    if (characters > LONGEST_ROW) {
      throw new BadText("line " + line + ": a row is longer than 16 million characters; a quote may be missing");
    }
    cell.append(c == 0 ? ForeignRow.UNREADABLE : (char) c);
  }

  private int read() throws IOException {
    if (hasAhead) {
      hasAhead = false;
      return ahead;
    }
    return in.read();
  }

  private void unread(int c) {
    ahead = c;
    hasAhead = true;
  }
}
