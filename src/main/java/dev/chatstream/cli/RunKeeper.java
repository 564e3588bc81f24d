package dev.chatstream.cli;

import dev.chatstream.run.RunKeeping;
import dev.chatstream.run.RunRefused;
import dev.chatstream.run.RunResults;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.run.RunStore;
import java.nio.file.Path;
import java.time.InstantSource;

/// Puts the results of a run where they are wanted, and prints where that is.
final class RunKeeper {

  private final DataRoot root;
  private final String name;
  private final Output out;

  /// @param name of the run, as it was typed
  RunKeeper(DataRoot root, String name, Output out) {
    this.root = root;
    this.name = name;
    this.out = out;
  }

  int list(String typed) throws StoreException {
    try (RunResults results = RunResults.of(new RunStore(root).find(name))) {
      out.line(keeping(results).newList(lists(), typed));
      return out.end();
    }
  }

  int column(String column) throws StoreException {
    try (RunResults results = RunResults.of(new RunStore(root).find(name))) {
      RunKeeping.Filled filled = keeping(results).columns(lists(), column);
      Streams.say(filled.filled() + " rows of " + results.plan().list() + " have their answers in " + column + "."
          + (filled.changed() > 0 ? " " + filled.changed() + " were changed since and left as they are." : "")
          + (filled.gone() > 0 ? " " + filled.gone() + " are not in the list any more." : ""));
      return out.end();
    } catch (RunRefused refused) {
      throw RunCommand.failed(refused);
    }
  }

  int files(Path folder) throws StoreException {
    try (RunResults results = RunResults.of(new RunStore(root).find(name))) {
      Path made = folder.toAbsolutePath();
      Streams.say("Wrote " + 2 * keeping(results).files(made) + " files into " + made + ".");
      return out.end();
    }
  }

  private TaskListStore lists() {
    return new TaskListStore(root, InstantSource.system());
  }

  private static RunKeeping keeping(RunResults results) {
    return new RunKeeping(results, InstantSource.system());
  }
}
