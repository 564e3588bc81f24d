package dev.chatstream.faults;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatFile;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.journal.TurnJournal;
import dev.chatstream.store.journal.UnsentText;
import dev.chatstream.store.list.AppendUndo;
import dev.chatstream.store.list.ListSession;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunJournal;
import dev.chatstream.store.run.RunStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The stores of one process over one data root, and what it holds in its hands between two deeds.
final class Day {

  final DataRoot root;
  final ChatStore chats;
  final TaskListStore lists;
  final SettingsFile settings;
  final StateFile state;
  final UnsentText unsent;
  final RunStore runs;
  final Map<String, Chat> chat = new HashMap<>();
  final Map<String, ChatFile> place = new HashMap<>();
  Optional<AppendUndo> undo = Optional.empty();
  Asked asked;
  TurnJournal journal;
  ListSession table;
  int row = ListSession.NOWHERE;
  RunFolder run;
  RunJournal answers;
  Instant now = Instant.parse("2026-11-23T12:00:00Z");

  Day(Path folder) throws StoreException {
    root = DataRoot.open(folder);
    chats = new ChatStore(root, () -> now);
    lists = new TaskListStore(root, () -> now);
    settings = new SettingsFile(root);
    state = new StateFile(root);
    unsent = new UnsentText(root, FileOps.DISK, () -> now);
    runs = new RunStore(root);
  }

  Chat chat(String name) {
    return chat.computeIfAbsent(name, first -> plus(Chat.empty(Ids.next(now), now), first));
  }

  Chat plus(Chat before, String text) {
    return before.plus(Message.fromUser(Ids.next(now), before.head(), text, now));
  }

  /// The same chat with one message more, once and for all, so that a second try writes the same.
  Chat longer(String name) {
    return chat.computeIfAbsent(name + "+", more -> plus(chat(name), more));
  }

  List<NewTask> tasks(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new NewTask(Role.USER, name + i + "\n" + "x".repeat(400 * i), name + "/" + i, ""))
        .toList();
  }

  TurnJournal ask(String question) {
    Chat empty = Chat.empty(Ids.next(now), now);
    Message asking = Message.fromUser(Ids.next(now), empty.head(), question, now);
    Message answer = Message.fromModel(
        Ids.next(now), asking.id(), "", "", "m", Map.of(), MessageState.CUT, Metrics.UNKNOWN, now);
    asked = new Asked(Ids.next(now), empty.id(), "", now, asking, answer);
    journal = TurnJournal.of(root, FileOps.DISK, () -> now, asked);
    return journal;
  }

  Chat answered(String text) {
    Chat empty = Chat.empty(asked.chat(), now);
    return empty.plus(asked.question()).plus(Message.fromModel(
        asked.answer().id(), asked.question().id(), text, "", "m", Map.of(), MessageState.DONE, Metrics.UNKNOWN, now));
  }
}
