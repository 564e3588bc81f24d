package dev.chatstream.store.legacy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The original program's task lists: plain text named `.csv`, a row being `3. User Query - text` or `4. Assistant
/// Response - text` with its text going on over many lines, and a blank line before each part that was appended. The
/// text is not escaped, so a text that holds such a line is ambiguous: each row that this may concern is doubtful.
final class OriginalList {

  static final List<String> COLUMNS = List.of(KnownColumns.INDEX, KnownColumns.ROLE, KnownColumns.CONTENT);

  private final String text;
  private final Encoding encoding;
  private final boolean crlf;
  private final List<Marker> markers;
  private final List<Integer> rows;
  private final Map<Integer, Set<String>> doubts = new HashMap<>();
  private int next;

  private OriginalList(String text, Encoding encoding) {
    this.text = text;
    this.encoding = encoding;
    this.crlf = text.contains("\r\n") && text.indexOf('\n') > 0 && !Pattern.compile("(?<!\r)\n").matcher(text).find();
    this.markers = Marker.of(text);
    this.rows = RowChain.best(markers);
    findDoubts();
  }

  /// Whether a text begins as such a list does.
  static boolean matches(String head) {
    int first = 0;
    while (first < head.length() && Character.isWhitespace(head.charAt(first))) {
      first++;
    }
    int line = head.lastIndexOf('\n', first) + 1;
    int end = head.indexOf('\n', first);
    return !Marker.of(head.substring(line, end < 0 ? head.length() : end)).isEmpty();
  }

  /// @param text for which [#matches] is true
  static ForeignRows rows(String text, Encoding encoding) {
    OriginalList list = new OriginalList(text, encoding);
    return list::next;
  }

  private ForeignRow next() {
    if (next == rows.size()) {
      return null;
    }
    Marker marker = markers.get(rows.get(next));
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(KnownColumns.INDEX, Long.toString(marker.index()));
    cells.put(KnownColumns.ROLE, marker.user() ? "user" : "assistant");
    String content = content(next);
    cells.put(KnownColumns.CONTENT, content);
    Set<String> found = new LinkedHashSet<>(doubts.getOrDefault(next, Set.of()));
    found.addAll(TableRows.characters(List.of(content), encoding));
    next++;
    return new ForeignRow(marker.line(), cells, String.join("; ", found), false);
  }

  private String content(int row) {
    int begin = markers.get(rows.get(row)).content();
    boolean last = row + 1 == rows.size();
    Marker following = last ? null : markers.get(rows.get(row + 1));
    int end = withoutLineEnd(begin, last ? text.length() : following.begin());
    if (!last && following.afterBlank()) {
      end = withoutLineEnd(begin, end);
    }
    String content = text.substring(begin, end);
    return crlf ? content.replace("\r\n", "\n") : content;
  }

  private int withoutLineEnd(int begin, int end) {
    int at = end > begin && text.charAt(end - 1) == '\n' ? end - 1 : end;
    return at < end && at > begin && text.charAt(at - 1) == '\r' ? at - 1 : at;
  }

  private void findDoubts() {
    Map<Long, Integer> byIndex = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      byIndex.putIfAbsent(markers.get(rows.get(row)).index(), row);
      if (row > 0) {
        compare(row, markers.get(rows.get(row - 1)), markers.get(rows.get(row)));
      }
    }
    int row = 0;
    for (int i = 0; i < markers.size(); i++) {
      if (row + 1 < rows.size() && rows.get(row + 1) == i) {
        row++;
      } else if (rows.get(row) != i) {
        leftOver(row, markers.get(i), byIndex);
      }
    }
  }

  private void compare(int row, Marker before, Marker marker) {
    if (marker.index() != before.index() + 1) {
      doubt(row, "its number " + marker.index() + " doesn't follow " + before.index());
    }
    if (marker.user() == before.user() && !(marker.user() && marker.afterBlank())) {
      doubt(row, marker.user() ? "a question follows a question" : "an answer follows an answer");
      doubt(row - 1, marker.user() ? "a question follows a question" : "an answer follows an answer");
    }
    if (marker.afterBlank() && !marker.user()) {
      doubt(row, "an answer follows a blank line");
      doubt(row - 1, "its text may end before or after a blank line");
    }
  }

  /// A line that was taken for text, although it looks like a row.
  private void leftOver(int row, Marker marker, Map<Long, Integer> byIndex) {
    doubt(row, "line " + marker.line() + " in its text looks like a row");
    Integer other = byIndex.get(marker.index());
    if (other != null) {
      doubt(other, "line " + marker.line() + " could be its beginning, too");
      doubt(other - 1, "it may end elsewhere: line " + marker.line() + " looks like the next row, too");
    }
  }

  /// At most a few doubts a row: a list of nothing but such lines must not fill the memory.
  private void doubt(int row, String words) {
    Set<String> found = row < 0 ? Set.of() : doubts.computeIfAbsent(row, unused -> new LinkedHashSet<>());
    if (row >= 0 && found.size() < 3) {
      found.add(words);
    }
  }
}
