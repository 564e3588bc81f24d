package dev.chatstream.core.table;

import dev.chatstream.core.find.Needle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Reads a filter as it is typed. What is wrong is told with its place.
///
/// @param filter what it means; where there is a problem, of the terms before it
/// @param problem empty when all of it is right
public record FilterText(TaskFilter filter, Optional<FilterProblem> problem) {

  /// The names that terms begin with, beside those of the list's own columns.
  static final List<String> NAMES = List.of("status:", "prio:", "tag:", "category:");

  private static final int LETTERS = 26;

  /// Reads it.
  ///
  /// @param columns of the list
  public static FilterText of(String typed, List<String> columns) {
    return new Reading(typed, columns).read();
  }

  /// The term that keeps the rows with just this text in a column.
  ///
  /// @param text of the cell; empty for none
  /// @return empty when the language has no way to say it
  public static Optional<String> term(String column, String text) {
    boolean sayable = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ') && text.equals(text.strip())
        && !text.equals("none");
    return sayable ? Optional.of(column + ":" + (text.isEmpty() ? "none" : '"' + text + '"')) : Optional.empty();
  }

  /// What the word at the end could become, in the order in which it is offered.
  public static List<String> completions(String typed, List<String> columns) {
    int start = FilterWord.all(typed).stream().reduce((one, next) -> next)
        .filter(last -> last.end() == typed.length()).map(FilterWord::start).orElse(typed.length());
    String word = typed.substring(start);
    int colon = word.indexOf(':');
    List<String> all = new ArrayList<>();
    if (colon < 0) {
      all.addAll(NAMES);
      columns.stream().map(name -> name.strip().toLowerCase(Locale.ROOT) + ":")
          .filter(name -> !all.contains(name) && name.matches("[a-z_-]+:")).forEach(all::add);
    } else if (word.startsWith("status:")) {
      all.add("status:open");
      TaskStatus.ALL.forEach(status -> all.add("status:" + status));
    } else if (word.startsWith("prio:")) {
      all.addAll(List.of("prio:A", "prio:B", "prio:C", "prio:none"));
    }
    return all.stream().filter(one -> one.startsWith(word) && !one.equals(word)).toList();
  }

  /// The text with the word at its end completed.
  public static String completed(String typed, String completion) {
    int start = Math.max(typed.lastIndexOf(' '), -1) + 1;
    return typed.substring(0, start) + completion;
  }

  private static final class Reading {
    private final String typed;
    private final List<String> columns;
    private final List<TaskFilter.Term> terms = new ArrayList<>();
    private FilterProblem problem;

    Reading(String typed, List<String> columns) {
      this.typed = typed;
      this.columns = columns;
    }

    FilterText read() {
      for (FilterWord word : FilterWord.all(typed)) {
        if (problem == null) {
          TaskFilter.Term term = term(word);
          if (term != null) {
            terms.add(word.turned() ? TaskFilter.not(term) : term);
          }
        }
      }
      return new FilterText(TaskFilter.of(terms), Optional.ofNullable(problem));
    }

    private TaskFilter.Term term(FilterWord word) {
      if (word.open()) {
        return wrong(word.start(), word.end(), "The quote is never closed.");
      }
      if (word.quoted()) {
        return words(word.text());
      }
      if (word.text().startsWith("#")) {
        return numbers(word);
      }
      int colon = word.text().indexOf(':');
      return colon > 0
          ? named(word, word.text().substring(0, colon), word.text().substring(colon + 1))
          : words(word.text());
    }

    private TaskFilter.Term words(String text) {
      List<Integer> all = new ArrayList<>();
      for (String name : List.of("content", "result", "tags", "category")) {
        if (column(name) >= 0) {
          all.add(column(name));
        }
      }
      return Needle.of(text).map(needle -> TaskFilter.words(all, needle)).orElse(null);
    }

    /// Numbers and ranges of them, parted by commas.
    private TaskFilter.Term numbers(FilterWord word) {
      int begin = word.textStart() + 1;
      if (column("index") < 0) {
        return wrong(word.start(), word.end(), "This list has no numbers: it has no column \"index\".");
      }
      NavigableMap<Long, Long> ranges = new TreeMap<>();
      for (String part : word.text().substring(1).split(",", -1)) {
        String[] ends = part.split("-", -1);
        long least = number(ends[0]);
        long most = ends.length == 1 ? least : ends[1].isEmpty() ? Long.MAX_VALUE : number(ends[1]);
        if (ends.length > 2 || least < 0 || most < 0) {
          return wrong(begin, word.end(), "A number is wanted here, such as #12 or #12-20 or #3,12-.");
        }
        if (most < least) {
          return wrong(begin, word.end(), "The first number is larger than the second.");
        }
        ranges.merge(least, most, Math::max);
      }
      return TaskFilter.within(column("index"), ranges);
    }

    private TaskFilter.Term named(FilterWord word, String name, String value) {
      int valueStart = word.textStart() + name.length() + 1;
      String column = switch (name) {
        case "prio" -> "priority";
        case "tag" -> "tags";
        default -> name;
      };
      if (column(column) < 0) {
        return wrong(word.textStart(), valueStart - 1, "This list has no column \"" + column + "\".");
      }
      if (value.isEmpty()) {
        return wrong(word.textStart(), word.end(), "Something is wanted after " + name + ": .");
      }
      List<String> wanted = Arrays.stream(value.split(",", -1)).filter(one -> !one.isEmpty()).toList();
      return switch (column) {
        case "status" -> status(wanted, valueStart, word.end());
        case "priority" -> priority(value, wanted, valueStart, word.end());
        case "tags" -> TaskFilter.word(column("tags"), wanted);
        default -> TaskFilter.oneOf(column(column), value.equals("none") ? List.of("") : wanted);
      };
    }

    private TaskFilter.Term status(List<String> wanted, int start, int end) {
      List<String> all = new ArrayList<>();
      for (String one : wanted) {
        if (one.equals("open")) {
          all.addAll(List.of(TaskStatus.TO_DO, TaskStatus.DOING));
        } else if (TaskStatus.ALL.contains(one)) {
          all.add(one);
        } else {
          return wrong(start, end, "A status is open, " + String.join(", ", TaskStatus.ALL) + ".");
        }
      }
      return TaskFilter.oneOf(column("status"), all);
    }

    private TaskFilter.Term priority(String value, List<String> wanted, int start, int end) {
      if (value.equals("none")) {
        return TaskFilter.oneOf(column("priority"), List.of(""));
      }
      boolean range = value.matches("[A-Za-z]-[A-Za-z]");
      if (!range && !wanted.stream().allMatch(one -> one.matches("[A-Za-z]"))) {
        return wrong(start, end, "A priority is a letter, such as A or A-C, or none.");
      }
      List<String> letters = new ArrayList<>(wanted);
      if (range) {
        letters.clear();
        for (int i = 0; i < LETTERS; i++) {
          char letter = (char) ('A' + i);
          boolean within = letter >= Character.toUpperCase(value.charAt(0))
              && letter <= Character.toUpperCase(value.charAt(2));
          if (within) {
            letters.add(String.valueOf(letter));
          }
        }
      }
      return TaskFilter.oneOf(column("priority"), letters);
    }

    private int column(String name) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).strip().equalsIgnoreCase(name)) {
          return i;
        }
      }
      return -1;
    }

    private static long number(String text) {
      return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private TaskFilter.Term wrong(int start, int end, String sentence) {
      problem = new FilterProblem(start, Math.max(start + 1, end), sentence);
      return null;
    }
  }
}
