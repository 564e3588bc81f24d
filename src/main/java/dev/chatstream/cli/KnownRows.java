package dev.chatstream.cli;

import dev.chatstream.core.doubles.DoubleRow;
import dev.chatstream.core.doubles.Likeness;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.doubles.NearDoubles;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tinylog.Logger;

/// Tells which rows that are to be appended are in the list already, and leaves them out where that is wished.
final class KnownRows {

  private final DataRoot root;
  private final boolean skip;

  /// @param skip whether to leave out what is there already
  KnownRows(DataRoot root, boolean skip) {
    this.root = root;
    this.skip = skip;
  }

  /// The rows that are to be appended. That a list can't be looked through holds up no append.
  ///
  /// @param list its file name
  List<NewTask> wanted(String list, List<NewTask> tasks) {
    try {
      Optional<List<List<DoubleRow>>> like = new NearDoubles(root, FileOps.DISK)
          .like(list, tasks.stream().map(NewTask::content).toList(), false, Watch.NONE);
      if (like.isEmpty()) {
        Streams.say(list + " was not looked through for doubles: it is long, and doubles --near " + list
            + " was never run.");
        return tasks;
      }
      return wanted(tasks, like.get());
    } catch (StoreException e) {
      Logger.warn("{} was not looked through for doubles: {}", list, e.failure().sentence());
      return tasks;
    }
  }

  private List<NewTask> wanted(List<NewTask> tasks, List<List<DoubleRow>> like) {
    List<NewTask> wanted = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      Optional<DoubleRow> first = like.get(i).stream().findFirst();
      boolean same = first.isPresent() && first.get().part() >= 1;
      if (first.isPresent()) {
        Streams.say(words(first.get(), tasks.size() == 1 ? "" : "Row " + (i + 1) + " of " + tasks.size() + ": ", same));
      }
      if (!same || !skip) {
        wanted.add(tasks.get(i));
      }
    }
    return wanted;
  }

  private String words(DoubleRow row, String which, boolean same) {
    String there = row.index() < 0 ? "in a row without a number" : "as " + row.index();
    if (same) {
      return which + "It is there already, " + there + (skip
          ? ": left out."
          : ". Added all the same; --doubles skip "
              + "leaves it out.");
    }
    String part = String.format(Locale.ROOT, "%.2f", Math.floor(row.part() * 100) / 100);
    String kind = Likeness.of(row.part(), false) == Likeness.DUPLICATE ? "Nearly the same is" : "Something similar is";
    return which + kind + " there " + there + " (" + part + ").";
  }
}
