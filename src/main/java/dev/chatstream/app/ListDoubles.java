package dev.chatstream.app;

import dev.chatstream.core.doubles.DoublePair;
import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ListJobEvent;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.doubles.ExactDoubles;
import dev.chatstream.store.doubles.Groups;
import dev.chatstream.store.doubles.NearDoubles;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.ListTexts;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Doubles for the screen: looked up before an append, and found in a whole list.
final class ListDoubles {

  /// So many pairs are decided about at once; the others come up the next time.
  private static final int MOST_PAIRS = 2000;

  private final Consumer<Event> out;
  private final NearDoubles near;
  private final TaskListStore lists;

  /// @param out where results are told
  ListDoubles(Consumer<Event> out, DataRoot root, InstantSource clock) {
    this.out = out;
    this.near = new NearDoubles(root, FileOps.DISK);
    this.lists = new TaskListStore(root, clock);
  }

  /// Looks up rows that are to be appended. That this fails holds up no append.
  void check(StoreCommand.AppendTasks append) {
    List<DoublePair> pairs = List.of();
    try {
      pairs = pairs(append);
    } catch (StoreException e) {
      Logger.warn("{} was not looked through for doubles: {}", append.list(), e.failure().sentence());
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "looking {} through for doubles ended unforeseen", append.list());
    }
    out.accept(new ListJobEvent.AppendChecked(append, pairs));
  }

  private List<DoublePair> pairs(StoreCommand.AppendTasks append) throws StoreException {
    // By identity: two rows of one text are two.
    Set<NewTask> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    fresh.addAll(lists.fresh(append.list(), append.tasks()));
    List<String> texts = append.tasks().stream().map(task -> fresh.contains(task) ? task.content() : "").toList();
    Optional<List<List<DoubleRow>>> like = near.like(lists.find(append.list()), texts, false, Watch.NONE);
    List<DoublePair> pairs = new ArrayList<>();
    for (int i = 0; like.isPresent() && i < texts.size(); i++) {
      int task = i;
      like.get().get(i).stream().findFirst().ifPresent(
          there -> pairs.add(new DoublePair(there, DoubleRow.coming(texts.get(task), there.part()), task)));
    }
    return pairs;
  }

  /// Finds the doubles of a list.
  ///
  /// @param alike also those that are only alike
  void find(String list, boolean alike, Watch watch) throws StoreException {
    String file = lists.find(list);
    List<DoublePair> pairs = new ArrayList<>();
    try (ListTexts texts = near.texts(file)) {
      Groups groups = alike ? near.groups(file, texts, watch) : ExactDoubles.of(texts, watch);
      groups.forEach(group -> {
        List<DoubleRow> rows = group.rows();
        rows.subList(1, rows.size()).forEach(row -> pairs.add(new DoublePair(rows.getFirst(), row, -1)));
        return pairs.size() < MOST_PAIRS;
      });
      out.accept(
          new ListJobEvent.DoublesFound(file, alike, List.copyOf(pairs), groups.doubles() - pairs.size()));
    }
  }
}
