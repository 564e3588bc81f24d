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

/// The order of the cells of a column. Each different text is held once; a column of numbers alone is held as numbers.
final class Ranks {

  /// More different texts than this would take too much memory.
  static final int MOST_TEXTS = 200_000;

  private final String column;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int[] text = new int[1024];
  private long[] number = new long[1024];
  private boolean numeric = true;
  private boolean tooMany;
  private int size;

  Ranks(String column) {
    this.column = column;
  }

  /// Takes the next cell.
  void add(String cell) {
    if (size == text.length) {
      text = Arrays.copyOf(text, size + (size >> 1));
      number = Arrays.copyOf(number, size + (size >> 1));
    }
    long value = cell.isBlank() ? -1 : ListScan.index(cell);
    numeric &= value >= 0 || cell.isBlank();
    number[size] = value;
    if (!tooMany) {
      text[size] = numbers.computeIfAbsent(cell, one -> {
        texts.add(one);
        return texts.size() - 1;
      });
      tooMany = texts.size() > MOST_TEXTS;
    } else if (!texts.isEmpty()) {
      texts.clear();
      numbers.clear();
    }
    size++;
  }

  /// The place of each cell in the order of all; equal ones have the same.
  int[] ranks() throws StoreException {
    if (numeric) {
      return byNumber();
    }
    if (tooMany) {
      throw new StoreException(new StoreFailure.NotDone("The order stays", column + " holds more than " + MOST_TEXTS
          + " different texts: a filter first makes them fewer"));
    }
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

  /// The text of a cell.
  String text(int place) {
    return numeric && tooMany ? Long.toString(number[place]) : texts.get(text[place]);
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
