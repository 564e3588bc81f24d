package dev.chatstream.core.table;

import dev.chatstream.core.find.Needle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// The rows that are wanted, in the small language `status:open prio:A #12-20 tag:x category:y "words"`: all of its
/// terms have to hold. A minus before a term turns it round. Safe for all threads.
public final class TaskFilter {

  /// Every row.
  public static final TaskFilter ALL = new TaskFilter(List.of());

  /// A condition.
  ///
  /// @param columns whose cells it looks at
  /// @param test of these cells
  record Term(List<Integer> columns, Test test) {}

  /// Looks at cells.
  @FunctionalInterface
  interface Test {
    /// @param cells by column
    boolean holds(IntFunction<String> cells);
  }

  private final List<Term> terms;

  TaskFilter(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /// Whether it keeps every row.
  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /// The columns that it has to look at, ascending.
  public int[] columns() {
    Set<Integer> all = new TreeSet<>();
    terms.forEach(term -> all.addAll(term.columns()));
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Whether a row is wanted.
  ///
  /// @param cells its cell in each column of [#columns]
  public boolean keeps(IntFunction<String> cells) {
    for (Term term : terms) {
      if (!term.test().holds(cells)) {
        return false;
      }
    }
    return true;
  }

  /// A term that doesn't hold where this one does.
  static Term not(Term term) {
    return new Term(term.columns(), cells -> !term.test().holds(cells));
  }

  /// One of these texts in a column, upper and lower case alike.
  static Term oneOf(int column, List<String> wanted) {
    return new Term(List.of(column), cells -> {
      String cell = cells.apply(column).strip();
      return wanted.stream().anyMatch(cell::equalsIgnoreCase);
    });
  }

  /// One of these words among those of a column.
  static Term word(int column, List<String> wanted) {
    return new Term(List.of(column), cells -> {
      for (String word : cells.apply(column).strip().split("\\s+")) {
        if (wanted.stream().anyMatch(word::equalsIgnoreCase)) {
          return true;
        }
      }
      return false;
    });
  }

  /// A number of a column within one of these ranges.
  ///
  /// @param ranges the last number of each by its first one; they may overlap
  static Term within(int column, NavigableMap<Long, Long> ranges) {
    NavigableMap<Long, Long> joined = new TreeMap<>();
    ranges.forEach((first, last) -> {
      Map.Entry<Long, Long> before = joined.lastEntry();
      if (before != null && before.getValue() >= first) {
        joined.merge(before.getKey(), last, Math::max);
      } else {
        joined.put(first, last);
      }
    });
    return new Term(List.of(column), cells -> {
      long number = number(cells.apply(column).strip());
      Map.Entry<Long, Long> range = joined.floorEntry(number);
      return range != null && number <= range.getValue();
    });
  }

  /// Words anywhere in one of these columns.
  static Term words(List<Integer> columns, Needle needle) {
    return new Term(columns, cells -> {
      for (int column : columns) {
        if (needle.in(cells.apply(column))) {
          return true;
        }
      }
      return false;
    });
  }

  private static long number(String cell) {
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException none) {
      return -1;
    }
  }

  /// Terms one after the other.
  static TaskFilter of(List<Term> terms) {
    return new TaskFilter(new ArrayList<>(terms));
  }
}
