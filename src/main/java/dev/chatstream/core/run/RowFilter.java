package dev.chatstream.core.run;

import dev.chatstream.core.find.Needle;
import dev.chatstream.core.task.TaskRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which rows of a list are meant: `status:open prio:A #12-20 tag:x category:y "words"`. All terms have to hold. A
/// field may be any column of the list, and its value is compared as a whole, without regard to case.
public final class RowFilter {

  /// What a run takes when nobody says otherwise.
  public static final String OPEN = "status:open";

  private static final Pattern TERM = Pattern.compile("\\s*(?:([\\w-]+):)?(?:\"([^\"]*)\"|(\\S+))");
  private static final Pattern INDICES = Pattern.compile("#(\\d{1,18})(?:-(\\d{1,18}))?");
  private static final Map<String, String> SHORT = Map.of("prio", "priority", "tag", "tags");

  private final List<Predicate<TaskRow>> terms;

  private RowFilter(List<Predicate<TaskRow>> terms) {
    this.terms = terms;
  }

  /// Reads a filter; an empty one takes every row.
  public static RowFilter of(String text) {
    List<Predicate<TaskRow>> terms = new ArrayList<>();
    Matcher found = TERM.matcher(text);
    while (found.lookingAt()) {
      boolean quoted = found.group(2) != null;
      terms.add(term(found.group(1), quoted ? found.group(2) : found.group(3), quoted));
      found.region(found.end(), text.length());
    }
    return new RowFilter(List.copyOf(terms));
  }

  /// Whether this row is meant.
  public boolean takes(TaskRow row) {
    return terms.stream().allMatch(term -> term.test(row));
  }

  private static Predicate<TaskRow> term(String field, String value, boolean quoted) {
    if (field != null) {
      return field(SHORT.getOrDefault(field, field), value.toLowerCase(Locale.ROOT));
    }
    Matcher indices = INDICES.matcher(value);
    if (!quoted && indices.matches()) {
      long from = Long.parseLong(indices.group(1));
      long to = indices.group(2) == null ? from : Long.parseLong(indices.group(2));
      return row -> row.index() >= from && row.index() <= to;
    }
    Optional<Needle> needle = Needle.of(value);
    return row -> needle.isEmpty() || needle.get().in(row.cell("content"));
  }

  private static Predicate<TaskRow> field(String column, String value) {
    if (column.equals("status") && value.equals("open")) {
      return row -> isOpen(row.cell(column).strip().toLowerCase(Locale.ROOT));
    }
    if (column.equals("tags")) {
      return row -> List.of(row.cell(column).toLowerCase(Locale.ROOT).split("\\s+")).contains(value);
    }
    return row -> row.cell(column).strip().toLowerCase(Locale.ROOT).equals(value);
  }

  private static boolean isOpen(String status) {
    return status.isEmpty() || status.equals("todo") || status.equals("doing");
  }
}
