package dev.chatstream.app;

import dev.chatstream.core.doubles.Decision;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ListJobEvent;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.AppendUndo;
import dev.chatstream.store.list.DoublesRewrite;
import dev.chatstream.store.list.ListAppend;
import dev.chatstream.store.list.ListRewrite;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.ui.text.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tinylog.Logger;

/// Does with doubles what was decided, and takes it back. On the store's thread.
final class DoublesSettling {

  private final DoublesRewrite rewrite;
  private final TaskListStore lists;

  DoublesSettling(DataRoot root, InstantSource clock) {
    this.rewrite = new DoublesRewrite(root, clock, FileOps.DISK);
    this.lists = new TaskListStore(root, clock);
  }

  /// What was settled, so that it can be taken back.
  ///
  /// @param event what to tell
  record Settled(Event event, Optional<ListRewrite.Rewritten> rewritten, Optional<AppendUndo> appended) {

    boolean undoable() {
      return rewritten.isPresent() || appended.isPresent();
    }
  }

  /// Does what was decided.
  Settled settle(StoreCommand.SettleDoubles settle) throws StoreException {
    String file = lists.find(settle.list());
    Optional<ListRewrite.Rewritten> rewritten =
        rewrite.apply(file, settle.tasks(), settle.pairs(), settle.decisions());
    Set<Integer> out = new HashSet<>();
    for (int i = 0; i < settle.pairs().size(); i++) {
      if (settle.decisions().get(i) != Decision.KEEP) {
        out.add(settle.pairs().get(i).task());
      }
    }
    List<NewTask> in = new ArrayList<>();
    for (int i = 0; i < settle.tasks().size(); i++) {
      if (!out.contains(i)) {
        in.add(settle.tasks().get(i));
      }
    }
    return append(file, settle, in, rewritten);
  }

  private Settled append(String file, StoreCommand.SettleDoubles settle, List<NewTask> in,
      Optional<ListRewrite.Rewritten> rewritten) throws StoreException {
    int left = settle.tasks().size() - in.size();
    if (!in.isEmpty()) {
      ListAppend done = lists.appendAll(file, in);
      Logger.info("added {} to task_lists/{}, left out {}", Words.count(done.added(), "task"), file, left);
      if (rewritten.isEmpty()) {
        return new Settled(new Event.TasksAppended(
            file, false, done.added(), left + done.leftOut(), done.first(), done.last()), rewritten, done.undo());
      }
      return new Settled(told(file, done.added(), left, rewritten), rewritten, done.undo());
    }
    return new Settled(told(file, 0, left, rewritten), rewritten, Optional.empty());
  }

  private static Event told(String file, int added, int left, Optional<ListRewrite.Rewritten> rewritten) {
    long gone = rewritten.stream().flatMap(done -> done.pieces().stream()).filter(p -> p.now().length == 0).count();
    long changed = rewritten.map(done -> done.pieces().size()).orElse(0) - gone;
    List<String> words = new ArrayList<>();
    words.add("added " + added);
    words.add("left out " + left);
    words.add("changed " + changed);
    words.add("took away " + gone);
    words.removeIf(word -> word.endsWith(" 0"));
    String sentence = words.isEmpty() ? "Nothing was changed." : file + ": " + String.join(", ", words) + ".";
    Phrase phrase = Phrase.of(sentence);
    return new ListJobEvent.DoublesSettled(
        file, added + changed + gone == 0 ? phrase : phrase.then(Action.UNDO, "undoes."));
  }

  /// Takes it back.
  Event takeBack(Settled settled) throws StoreException {
    String file = "";
    if (settled.appended().isPresent()) {
      lists.undo(settled.appended().get());
      file = settled.appended().get().file();
    }
    if (settled.rewritten().isPresent()) {
      rewrite.undo(settled.rewritten().get());
      file = settled.rewritten().get().file();
    }
    return new Event.AppendUndone(file);
  }
}
