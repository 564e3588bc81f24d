package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.table.TaskStatus;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.legacy.KnownColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of the cells of a column. A column of numbers is held as numbers; else each different text is held once.
final class Ranks {

  /// More different texts than this would take too much memory.
  static final int MOST_TEXTS = 200_000;

  private static final int FIRST = 1024;

  private final String column;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int[] text;
  private long[] number;
  private boolean fits = true;
  private int size;

  /// @param numeric whether it is taken for a column of numbers, until it turns out to be none
  Ranks(String column, boolean numeric) {
    this.column = column;
    this.number = numeric ? new long[FIRST] : null;
    this.text = numeric ? null : new int[FIRST];
  }

  /// Whether all cells were of the kind that it was taken for, and not too many.
  boolean fits() {
    return fits;
  }

  /// Takes the next cell.
  void add(String cell) {
    if (!fits) {
      return;
    }
    if (number != null) {
      number = size == number.length ? Arrays.copyOf(number, size + (size >> 1)) : number;
      number[size] = cell.isBlank() ? -1 : ListScan.index(cell);
      fits = cell.isBlank() || number[size] >= 0;
    } else {
      text = size == text.length ? Arrays.copyOf(text, size + (size >> 1)) : text;
      text[size] = numbers.computeIfAbsent(cell, one -> {
        texts.add(one);
        return texts.size() - 1;
      });
      fits = texts.size() <= MOST_TEXTS;
    }
    size++;
  }

  /// The place of each cell in the order of all; equal ones have the same.
  int[] ranks() throws StoreException {
    if (!fits) {
      throw new StoreException(new StoreFailure.NotDone("The order stays", column + " holds more than " + MOST_TEXTS
          + " different texts: a filter first makes them fewer"));
    }
    return number != null ? byNumber() : byText();
  }

  /// The text of a cell.
  String text(int place) {
    return number == null ? texts.get(text[place]) : number[place] < 0 ? "" : Long.toString(number[place]);
  }

  private int[] byText() {
    Integer[] order = new Integer[texts.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(texts::get, comparator(column)));
    int[] rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    int[] ranks = new int[size];
    Arrays.setAll(ranks, i -> rank[text[i]]);
    return ranks;
  }

  private int[] byNumber() {
    long[] sorted = Arrays.copyOf(number, size);
    Arrays.sort(sorted);
    int different = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[different++] = sorted[i];
      }
    }
    int[] ranks = new int[size];
    int end = different;
    Arrays.setAll(ranks, i -> Arrays.binarySearch(sorted, 0, end, number[i]));
    return ranks;
  }

  /// A status in the order in which a task goes through them, what has no priority last, all else as words.
  private static Comparator<String> comparator(String column) {
    Comparator<String> words = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
    return switch (KnownColumns.key(column)) {
      case "status" -> Comparator.<String> comparingInt(
          status -> Math.floorMod(TaskStatus.ALL.indexOf(status), TaskStatus.ALL.size() + 1)).thenComparing(words);
      case "priority", "due" -> Comparator.comparing(String::isEmpty).thenComparing(words);
      default -> words;
    };
  }
}
