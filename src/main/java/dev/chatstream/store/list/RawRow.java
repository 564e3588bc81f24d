package dev.chatstream.store.list;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Another text in some cells of a row, as bytes: all other bytes of the row stay as they are, and a cell keeps its
/// quotes.
final class RawRow {

  private RawRow() {}

  /// @param row its bytes with its line end, from a list that was found to be sound
  static byte[] with(byte[] row, RowCell changes, Dialect dialect) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(row.length + 64);
    boolean quoted = false;
    int column = 0;
    int begin = 0;
    boolean ended = false;
    for (int i = 0; i <= row.length && !ended; i++) {
      quoted ^= i < row.length && row[i] == '"';
      boolean lineEnd = i == row.length || !quoted && (row[i] == '\n' || row[i] == '\r');
      if (lineEnd || !quoted && row[i] == dialect.separator()) {
        cell(row, begin, i, RowCell.text(changes, column), dialect, out);
        if (lineEnd) {
          out.write(row, i, row.length - i);
          ended = true;
        } else {
          out.write(row[i]);
          column++;
          begin = i + 1;
        }
      }
    }
    return out.toByteArray();
  }

  private static void cell(byte[] row, int from, int to, String text, Dialect dialect, ByteArrayOutputStream out) {
    if (text == null) {
      out.write(row, from, to - from);
      return;
    }
    boolean wasQuoted = dialect.quoteAll() || from < to && row[from] == '"';
    String cell = wasQuoted || needsQuotes(text, dialect) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    out.writeBytes(cell.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean needsQuotes(String text, Dialect dialect) {
    boolean edges = !text.isEmpty() && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ');
    return edges
        || text.indexOf(dialect.separator()) >= 0
        || text.indexOf('"') >= 0
        || text.indexOf('\n') >= 0
        || text.indexOf('\r') >= 0
        || text.startsWith("#");
  }
}
