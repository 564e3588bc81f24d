package dev.chatstream.store.list;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The bytes of a row, cell by cell. The row was found to be sound.
final class RowCells {

  private final byte[] row;
  private final List<int[]> cells = new ArrayList<>();
  private final int end;

  RowCells(byte[] row, char separator) {
    this.row = row;
    int last = row.length;
    while (last > 0 && (row[last - 1] == '\n' || row[last - 1] == '\r')) {
      last--;
    }
    this.end = last;
    int begin = 0;
    boolean quoted = false;
    for (int at = 0; at < end; at++) {
      quoted ^= row[at] == '"';
      if (!quoted && row[at] == separator) {
        cells.add(new int[] {begin, at});
        begin = at + 1;
      }
    }
    cells.add(new int[] {begin, end});
  }

  int size() {
    return cells.size();
  }

  /// The text of a cell.
  String text(int cell) {
    String written = new String(row, cells.get(cell)[0], cells.get(cell)[1] - cells.get(cell)[0],
        StandardCharsets.UTF_8);
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written;
  }

  /// The row with another text in this cell, in quotes where it had them or needs them.
  byte[] with(int cell, String text, char separator) {
    int from = cells.get(cell)[0];
    int to = cells.get(cell)[1];
    boolean quotes = from < to && row[from] == '"'
        || text.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r' || c == separator);
    boolean allQuoted = row.length > 0 && row[0] == '"';
    String written = quotes || allQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    ByteArrayOutputStream out = new ByteArrayOutputStream(row.length + written.length());
    out.write(row, 0, from);
    out.writeBytes(written.getBytes(StandardCharsets.UTF_8));
    out.write(row, to, row.length - to);
    return out.toByteArray();
  }
}
