package dev.chatstream.store.legacy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where a table has what: its separator and its columns, found out from its first rows.
///
/// @param separator between cells
/// @param sep whether the first line is `sep=;` or the like
/// @param before what begins on this line or before is no task: `sep=;` and the header
/// @param names the name of each column, each once: ours where it means the same, else its own
/// @param guess what was guessed about all rows, in words; empty when nothing was
record Layout(char separator, boolean sep, int before, List<String> names, String guess) {

  private static final String SEPARATORS = ",;\t|";
  private static final int ROWS_LOOKED_AT = 50;
  private static final String SEP = "sep=";

  Layout {
    names = List.copyOf(names);
  }

  /// One separator tried on the first rows.
  private record Trial(char separator, int skipped, List<LooseRow> rows) {

    /// Known names count most, then how many rows have as many cells as the first one, then how many cells.
    long score() {
      List<String> header = rows.getFirst().cells();
      int fits = header.stream().mapToInt(KnownColumns::fit).sum();
      long even = rows.stream().filter(row -> row.cells().size() == header.size()).count();
      return header.size() < 2 ? fits : 1000L * fits + 10 * even + Math.min(header.size(), 9);
    }
  }

  /// @param head the first characters of the text
  /// @param whole whether that is all of it
  /// @throws BadText when this is no table that could be a list
  static Layout of(String head, boolean whole) throws IOException {
    String first = head.lines().findFirst().orElse("").strip().replace("\"", "");
    boolean told = first.length() == SEP.length() + 1 && first.toLowerCase(Locale.ROOT).startsWith(SEP);
    String separators = told ? first.substring(SEP.length()) : first.equalsIgnoreCase(SEP) ? "\t" : SEPARATORS;
    int skipped = told || first.equalsIgnoreCase(SEP) ? 1 : 0;
    Trial best = null;
    for (char separator : separators.toCharArray()) {
      Trial trial = trial(head, whole, separator, skipped);
      if (trial != null && (best == null || trial.score() > best.score())) {
        best = trial;
      }
    }
    if (best == null) {
      throw new BadText("it is empty");
    }
    return of(best);
  }

  private static Trial trial(String head, boolean whole, char separator, int skipped) throws IOException {
    LooseCsv csv = new LooseCsv(new StringReader(head), separator);
    List<LooseRow> rows = new ArrayList<>();
    int left = skipped;
    for (LooseRow row = csv.next(); row != null && rows.size() < ROWS_LOOKED_AT; row = csv.next()) {
      if (left > 0) {
        left--;
      } else if (!row.empty()) {
        rows.add(row);
      }
    }
    if (!whole && rows.size() > 1 && rows.size() < ROWS_LOOKED_AT) {
      rows.removeLast(); // The text goes on, so this row may, too.
    }
    return rows.isEmpty() ? null : new Trial(separator, skipped, rows);
  }

  private static Layout of(Trial trial) throws BadText {
    List<String> header = trial.rows().getFirst().cells();
    boolean known = header.stream().anyMatch(name -> KnownColumns.fit(name) > 0);
    if (!known && (header.size() < 2 || trial.rows().size() < 2)) {
      throw new BadText("it has no column named " + KnownColumns.INDEX);
    }
    boolean hasHeader = known || header.stream().noneMatch(Layout::numberOrNothing);
    String[] meanings = KnownColumns.meanings(hasHeader ? header : Collections.nCopies(header.size(), ""));
    String guess = hasHeader ? "" : "the first row was taken for a task, not for the names of columns";
    int content = List.of(meanings).indexOf(KnownColumns.CONTENT);
    if (content < 0) {
      content = longest(trial.rows(), header.size(), meanings);
      meanings[content] = KnownColumns.CONTENT;
      guess = "the longest column was taken for the text";
    }
    int before = hasHeader ? (int) trial.rows().getFirst().line() : (int) trial.rows().getFirst().line() - 1;
    return new Layout(trial.separator(), trial.skipped() > 0, before, names(header, meanings, hasHeader), guess);
  }

  private static boolean numberOrNothing(String cell) {
    return cell.isBlank() || cell.strip().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int longest(List<LooseRow> rows, int columns, String[] meanings) {
    long most = -1;
    int longest = 0;
    for (int i = 0; i < columns; i++) {
      int column = i;
      boolean free = meanings[i].isEmpty();
      long characters = rows.stream()
          .filter(row -> row.cells().size() > column)
          .mapToLong(row -> row.cells().get(column).length())
          .sum();
      if (free && characters > most) {
        most = characters;
        longest = i;
      }
    }
    return longest;
  }

  private static List<String> names(List<String> header, String[] meanings, boolean hasHeader) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < meanings.length; i++) {
      String own = hasHeader ? header.get(i).strip() : "";
      boolean ours = !meanings[i].isEmpty();
      String name =
          ours ? meanings[i] : own.isEmpty() || KnownColumns.OURS.contains(KnownColumns.key(own)) ? numbered(i) : own;
      while (!names.add(name)) {
        name = name + " " + (i + 1);
      }
    }
    return List.copyOf(names);
  }

  /// What a column without a name is called.
  static String numbered(int column) {
    return "column " + (column + 1);
  }
}
