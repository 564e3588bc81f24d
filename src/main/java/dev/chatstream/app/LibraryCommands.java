package dev.chatstream.app;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.PresetFiles;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatLibrary;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.ListLibrary;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Reads what pickers and panels show, and says what came of it. One thread, beside the store's: no write waits for it.
final class LibraryCommands {

  /// Tasks that the window shows; a longer list shows its last ones.
  private static final int MOST_TASKS = 2_000;

  /// How often a picker hears of more chats while they are being read: often enough to be seen to move.
  private static final long STEP_NANOS = Duration.ofMillis(100).toNanos();

  private final TaskListStore lists;
  private final ChatLibrary chatLibrary;
  private final ListLibrary listLibrary;
  private final PresetFiles presets;

  LibraryCommands(DataRoot root, InstantSource clock) {
    this.lists = new TaskListStore(root, clock);
    this.chatLibrary = new ChatLibrary(root, clock);
    this.presets = new PresetFiles(root);
    this.listLibrary = new ListLibrary(root, lists, clock);
  }

  /// Does it.
  ///
  /// @param wanted false as soon as nobody waits for it any more
  /// @param out told of what comes before the end
  /// @return what to tell the loop at the end; empty when nobody wants to know
  Optional<Event> run(Command.ForLibrary command, BooleanSupplier wanted, Consumer<Event> out) throws StoreException {
    return switch (command) {
      case Command.ReadChats nothing -> readChats(wanted, out);
      case Command.StopReadingChats nothing -> Optional.empty();
      case Command.ReadLists nothing -> listLibrary.read(wanted).map(Event.ListsRead::new);
      case Command.ReadPresets nothing -> Optional.of(new Event.PresetsRead(presets.read(), ""));
      case Command.ReadTasks read -> Optional.of(readTasks(read.list()));
    };
  }

  private Optional<Event> readChats(BooleanSupplier wanted, Consumer<Event> out) throws StoreException {
    long[] next = {System.nanoTime() + STEP_NANOS};
    Optional<List<ChatSummary>> all = chatLibrary.read((chats, total) -> {
      if (System.nanoTime() - next[0] >= 0) {
        out.accept(new Event.ChatsRead(chats.take(), total));
        next[0] = System.nanoTime() + STEP_NANOS;
      }
      return wanted.getAsBoolean();
    });
    return all.map(chats -> new Event.ChatsRead(chats, chats.size()));
  }

  private Event readTasks(String list) throws StoreException {
    try (TaskRows rows = lists.read(list)) {
      Deque<TaskRow> last = new ArrayDeque<>();
      long skipped = 0;
      while (rows.hasNext()) {
        last.addLast(rows.next());
        if (last.size() > MOST_TASKS) {
          last.removeFirst();
          skipped++;
        }
      }
      String told = rows.note().isEmpty() ? rows.problem() : rows.note();
      return new Event.TasksRead(list, List.copyOf(last), skipped, told, !rows.note().isEmpty());
    }
  }
}
