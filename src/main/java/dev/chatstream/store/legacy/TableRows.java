package dev.chatstream.store.legacy;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of a table. Rows without any text are left out.
final class TableRows implements ForeignRows {

  private static final char LAST_ASCII = 0x7F;

  private final LooseCsv csv;
  private final Layout layout;
  private final Encoding encoding;

  TableRows(Reader text, Layout layout, Encoding encoding) {
    this.csv = new LooseCsv(text, layout.separator());
    this.layout = layout;
    this.encoding = encoding;
  }

  @Override
  public ForeignRow next() throws IOException {
    LooseRow row = csv.next();
    while (row != null && (row.line() <= layout.before() || row.empty())) {
      row = csv.next();
    }
    return row == null ? null : foreign(row);
  }

  private ForeignRow foreign(LooseRow row) {
    List<String> names = layout.names();
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.max(names.size(), row.cells().size()); i++) {
      String name = i < names.size() ? names.get(i) : Layout.numbered(i);
      cells.put(name, i < row.cells().size() ? row.cells().get(i) : "");
    }
    return new ForeignRow(row.line(), cells, doubt(row), !row.quoting().isEmpty());
  }

  private String doubt(LooseRow row) {
    List<String> doubts = new ArrayList<>();
    if (!row.quoting().isEmpty()) {
      doubts.add(row.quoting());
    }
    if (ragged(row)) {
      doubts.add("it has " + row.cells().size() + " cells, the header has " + layout.names().size());
    }
    doubts.addAll(characters(row.cells(), encoding));
    if (!layout.guess().isEmpty()) {
      doubts.add(layout.guess());
    }
    return String.join("; ", doubts);
  }

  /// Cells that are missing at the end are doubtful, too: nobody knows whether they are those at the end.
  private boolean ragged(LooseRow row) {
    return row.cells().size() != layout.names().size();
  }

  /// What is doubtful about the characters of these texts.
  static List<String> characters(List<String> texts, Encoding encoding) {
    List<String> doubts = new ArrayList<>();
    if (texts.stream().anyMatch(text -> text.indexOf(ForeignRow.UNREADABLE) >= 0)) {
      doubts.add("a character of it can't be read");
    }
    if (!encoding.sure() && texts.stream().anyMatch(TableRows::beyondAscii)) {
      doubts.add("its letters beyond ASCII were read as " + encoding.words());
    }
    return doubts;
  }

  private static boolean beyondAscii(String text) {
    return text.chars().anyMatch(c -> c > LAST_ASCII);
  }
}
