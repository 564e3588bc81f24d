package dev.chatstream.app;

import dev.chatstream.core.doubles.NormalText;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.task.Alike;
import dev.chatstream.core.task.Comparison;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Looks through a list for rows that say the same as new ones: one reading, however many there are.
final class RowComparer {

  private static final int LAST_ROWS = 20;

  private final TaskListStore lists;

  RowComparer(TaskListStore lists) {
    this.lists = lists;
  }

  /// Compares; what goes wrong stands in the answer, as the rows can be looked at all the same.
  ///
  /// @param wanted false as soon as nobody waits for it any more
  /// @return empty when nobody does
  Optional<Comparison> compare(TalkCommand.CompareRows wish, BooleanSupplier wanted) {
    Wanted rows = new Wanted(wish.rows());
    long largest = 0;
    Deque<TaskRow> last = new ArrayDeque<>();
    String problem = "";
    try (TaskRows list = lists.read(wish.list())) {
      while (list.hasNext() && wanted.getAsBoolean()) {
        TaskRow row = list.next();
        largest = Math.max(largest, row.index());
        rows.look(row);
        last.addLast(row);
        if (last.size() > LAST_ROWS) {
          last.removeFirst();
        }
      }
      problem = list.problem();
    } catch (StoreException refused) {
      problem = refused.failure().sentence();
    }
    return wanted.getAsBoolean()
        ? Optional.of(new Comparison(
            wish.number(), wish.list(), problem.isEmpty() ? largest : -1, rows.found, List.copyOf(last), problem))
        : Optional.empty();
  }

  /// The new rows, by what they say and where they come from.
  private static final class Wanted {
    private final Map<String, List<Integer>> byText = new HashMap<>();
    private final Map<String, List<Integer>> bySource = new HashMap<>();
    private final List<Optional<Alike>> found;

    Wanted(List<TalkCommand.Candidate> rows) {
      found = new ArrayList<>(Collections.nCopies(rows.size(), Optional.empty()));
      for (int row = 0; row < rows.size(); row++) {
        List<Integer> same = byText.computeIfAbsent(NormalText.of(rows.get(row).text()), key -> new ArrayList<>());
        if (!same.isEmpty()) {
          found.set(row, Optional.of(new Alike(0, 1)));
        }
        same.add(row);
        if (!rows.get(row).source().isEmpty()) {
          bySource.computeIfAbsent(rows.get(row).source(), key -> new ArrayList<>()).add(row);
        }
      }
    }

    void look(TaskRow row) {
      byText.getOrDefault(NormalText.of(row.cell("content")), List.of()).forEach(wanted -> found(wanted, row));
      String source = row.cell("source");
      if (!source.isEmpty()) {
        bySource.getOrDefault(source, List.of()).forEach(wanted -> found(wanted, row));
      }
    }

    /// The first row counts.
    private void found(int wanted, TaskRow row) {
      if (found.get(wanted).filter(before -> before.index() > 0).isEmpty()) {
        found.set(wanted, Optional.of(new Alike(Math.max(0, row.index()), 1)));
      }
    }
  }
}
