package dev.chatstream.store.list;

import dev.chatstream.core.task.CategoryCounts;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts the rows of each category of a list.
public final class CategoryCount {

  /// More categories are no categories: the other rows count together.
  private static final int MOST = 1_000;

  private static final Set<String> OPEN = Set.of("", "todo", "doing");

  private CategoryCount() {}

  /// Counts them.
  ///
  /// @param labels categories that are named also where no row has them
  /// @param problems what is wrong with those
  public static CategoryCounts of(TaskListStore lists, String list, List<String> labels, List<String> problems)
      throws StoreException {
    Map<String, long[]> counts = new TreeMap<>();
    labels.forEach(label -> counts.put(label, new long[2]));
    List<String> columns;
    String problem;
    try (TaskRows rows = lists.read(list)) {
      columns = rows.columns();
      while (rows.hasNext()) {
        count(rows.next(), counts);
      }
      problem = rows.problem();
    }
    String refusal = !problem.isEmpty()
        ? problem
        : columns.contains("category") && columns.contains("id")
            ? ""
            : list + " has no column named " + (columns.contains("category") ? "id" : "category") + ".";
    return new CategoryCounts(list, sorted(counts), labels, problems, refusal);
  }

  private static void count(TaskRow row, Map<String, long[]> counts) {
    String label = row.cell("category").strip();
    String counted = counts.size() < MOST || counts.containsKey(label) ? label : "(others)";
    long[] both = counts.computeIfAbsent(counted, key -> new long[2]);
    both[0]++;
    both[1] += OPEN.contains(row.cell("status")) ? 1 : 0;
  }

  private static List<CategoryCounts.Count> sorted(Map<String, long[]> counts) {
    List<CategoryCounts.Count> all = new ArrayList<>();
    counts.forEach((label, both) -> all.add(new CategoryCounts.Count(label, both[0], both[1])));
    all.sort(Comparator.comparing((CategoryCounts.Count count) -> count.label().isEmpty())
        .thenComparing(Comparator.comparingLong(CategoryCounts.Count::rows).reversed())
        .thenComparing(CategoryCounts.Count::label));
    return all;
  }
}
