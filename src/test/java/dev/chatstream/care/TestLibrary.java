package dev.chatstream.care;

import dev.chatstream.care.work.Care;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.Progress;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.TaskListStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A library in a folder, with a clock that stands until it is moved.
public final class TestLibrary {

  private final DataRoot root;
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");

  public TestLibrary(Path folder) throws StoreException {
    root = DataRoot.open(folder);
  }

  public DataRoot root() {
    return root;
  }

  public Care care() {
    return care(FileOps.DISK);
  }

  public Care care(FileOps ops) {
    return new Care(root, () -> now, ops);
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public ChatStore chats() {
    return new ChatStore(root, () -> now);
  }

  public TaskListStore lists() {
    return new TaskListStore(root, () -> now);
  }

  public Path path(String relative) {
    return root.folder().resolve(relative);
  }

  /// Saves a chat with so many exchanges; its file is `<name>.json`.
  public StoredChat chat(String name, int exchanges) throws StoreException {
    return chats().saveNew(exchanges(Chat.empty(Ids.next(now), now), exchanges), name, Optional.empty());
  }

  /// The chat with so many exchanges more.
  public Chat exchanges(Chat chat, int count) {
    Chat longer = chat;
    for (int i = 0; i < count; i++) {
      int number = longer.conversation().size() / 2 + 1;
      Message question = Message.fromUser(Ids.next(now), longer.head(), "question " + number + " of " + chat.id(), now);
      Message answer = Message.fromModel(
          Ids.next(now), question.id(), "answer " + number + ", größer", "", "m:1b", Map.of(), MessageState.DONE,
          Metrics.UNKNOWN, now);
      longer = longer.plus(question).plus(answer);
    }
    return longer;
  }

  /// Appends so many rows to a list, or makes it; its file is `<name>.csv`.
  public void rows(String name, int count) throws StoreException {
    List<NewTask> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(new NewTask(Role.USER, "task \"" + i + "\"\nof " + name, "", ""));
    }
    if (lists().list().stream().anyMatch(list -> list.file().equals(name + ".csv"))) {
      lists().append(name, tasks);
    } else {
      lists().create(name, tasks);
    }
  }

  /// The paths of all plain files below a folder, without locks and logs.
  public List<String> files(String below) throws IOException {
    try (Stream<Path> tree = Files.walk(path(below))) {
      return tree.filter(Files::isRegularFile)
          .map(path -> root.folder().relativize(path).toString())
          .filter(name -> !name.startsWith(".store/locks") && !name.startsWith("logs"))
          .sorted()
          .toList();
    }
  }

  /// The names in a folder, hidden ones too.
  public List<String> names(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(path(folder))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  /// Cancels at the n-th time that it hears of progress.
  public static JobListener cancelAt(int n) {
    return new JobListener() {
      private int heard;

      @Override
      public void progress(Progress progress) {
        heard++;
      }

      @Override
      public boolean cancelled() {
        return heard >= n;
      }
    };
  }
}
