package dev.chatstream.store.list;

import dev.chatstream.store.legacy.KnownColumns;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How a CSV file writes its rows, so that new ones are written the same way.
///
/// @param bom whether the file begins with a byte order mark
/// @param separator between cells
/// @param crlf whether lines end in CR LF
/// @param quoteAll whether each cell is in quotes; else only those that need it
/// @param columns the header
record Dialect(boolean bom, char separator, boolean crlf, boolean quoteAll, List<String> columns) {

  /// As we write a list that we create.
  static final Dialect OURS = new Dialect(false, ',', false, true, Columns.OURS);

  /// How much of a file's beginning is looked at: the header and the first row must be in it.
  static final int HEAD_BYTES = 64 * 1024;

  private static final String SEPARATORS = ",;\t|";
  private static final int MOST_COLUMNS = 512;
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  Dialect {
    columns = List.copyOf(columns);
  }

  /// Finds out from the first bytes of a file.
  ///
  /// @param head up to [#HEAD_BYTES]; fewer only when the file is no longer
  /// @throws BadList when this is no list with an index column
  static Dialect of(byte[] head) throws BadList {
    boolean bom = startsWith(head, BOM);
    int start = bom ? BOM.length : 0;
    refuseUtf16(head);
    byte[] text = upToZero(head);
    for (char separator : SEPARATORS.toCharArray()) {
      Dialect found = tryWith(text, start, bom, separator);
      if (found != null && found.position(Columns.INDEX) >= 0) {
        return found.checked();
      }
    }
    if (text.length < head.length) {
      throw new BadList("it holds zero bytes: it is UTF-16 text, or no text at all");
    }
    String words = new String(head, start, head.length - start, StandardCharsets.UTF_8);
    throw new BadList(words.isBlank() ? "it is empty" : "it has no column named index");
  }

  /// Where this column is, or -1.
  int position(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (KnownColumns.key(columns.get(i)).equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /// The byte order mark itself.
  static byte[] bomBytes() {
    return BOM.clone();
  }

  /// Bytes of the byte order mark.
  int start() {
    return bom ? BOM.length : 0;
  }

  String lineEnd() {
    return crlf ? "\r\n" : "\n";
  }

  private Dialect checked() throws BadList {
    if (columns.size() > MOST_COLUMNS) {
      throw new BadList("it has more than " + MOST_COLUMNS + " columns");
    }
    for (String name : List.of(Columns.INDEX, Columns.SOURCE)) {
      if (columns.stream().filter(column -> KnownColumns.key(column).equals(name)).count() > 1) {
        throw new BadList("it has two columns named " + name);
      }
    }
    return this;
  }

  private static void refuseUtf16(byte[] head) throws BadList {
    boolean utf16 = head.length > 1
        && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
            || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
    if (utf16) {
      throw new BadList("it is UTF-16 text, not UTF-8");
    }
  }

  /// Zero bytes after the header are damage at that place, which says nothing against what stands before it.
  private static byte[] upToZero(byte[] head) {
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        return Arrays.copyOf(head, i);
      }
    }
    return head;
  }

  private static Dialect tryWith(byte[] head, int start, boolean bom, char separator) {
    HeadRows rows = new HeadRows();
    int[] all = new int[MOST_COLUMNS + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    CsvWalker walker = new CsvWalker(separator, all, rows);
    walker.feed(head, start, head.length - start);
    if (head.length < HEAD_BYTES) {
      walker.end();
    }
    if (rows.columns == null) {
      return null;
    }
    return new Dialect(bom, separator, rows.crlf, rows.quoteAll, rows.columns);
  }

  private static boolean startsWith(byte[] bytes, byte[] prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (bytes.length <= i || bytes[i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /// Takes the header and then the first row.
  private static final class HeadRows implements CsvWalker.Rows {
    private List<String> columns;
    private boolean crlf;
    private boolean quoteAll;

    @Override
    public boolean row(CsvWalker walker) {
      if (walker.blank()) {
        return true;
      }
      quoteAll = walker.allQuoted();
      if (columns != null) {
        return false;
      }
      crlf = walker.crlf();
      columns = new ArrayList<>();
      for (int i = 0; i < Math.min(walker.cells(), MOST_COLUMNS + 1); i++) {
        columns.add(walker.text(i));
      }
      return true;
    }
  }
}
