package dev.chatstream.cli;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.ListAppend;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds rows to a task list and prints their indices, one a line.
@Command(
    name = "append",
    description = "Add text or a chat to a task list (made when there is none); prints the new indices, one a line.")
final class AppendCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "LIST", description = "the task list")
  private String list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TEXT|-",
      description = "the text; - or nothing reads standard input")
  private String text;

  @Option(names = "--role", paramLabel = "R", description = "user (default) or assistant")
  private String role = "user";

  @Option(names = "--chat", paramLabel = "CHAT", description = "add what this chat holds and the list does not yet")
  private String chat;

  /// What becomes of rows that the list has already.
  enum Doubles {
    keep,
    skip
  }

  @Option(
      names = "--doubles",
      paramLabel = "WHAT",
      description = "keep (default) or skip rows whose text the list has already; either way they are told")
  private Doubles doubles = Doubles.keep;

  AppendCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DataRoot root = session.rootToWrite();
    TaskListStore lists = new TaskListStore(root, InstantSource.system());
    try {
      List<NewTask> tasks = chat == null ? typed() : fromChat(new ChatStore(root, InstantSource.system()));
      ListAppend done = exists(lists) ? append(root, lists, tasks) : lists.create(list, tasks);
      if (!done.told().isEmpty()) {
        Streams.say(done.told());
      }
      Output out = session.output();
      for (long index = done.first(); done.added() > 0 && index <= done.last(); index++) {
        out.line(String.valueOf(index));
      }
      return out.end();
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private ListAppend append(DataRoot root, TaskListStore lists, List<NewTask> tasks) throws StoreException {
    // Messages that the list holds by their ids are left out without a word, as always.
    List<NewTask> wanted =
        new KnownRows(root, doubles == Doubles.skip).wanted(lists.find(list), lists.fresh(list, tasks));
    return lists.append(list, wanted);
  }

  private List<NewTask> typed() {
    Role who = Role.parse(role).orElseThrow(
        () -> new Failed(ExitCode.USAGE, "--role takes user or assistant, not " + role + "."));
    String content = text == null || text.equals("-") ? Input.all() : text;
    if (content.isBlank()) {
      throw new Failed(ExitCode.USAGE, "There is no text to append.");
    }
    return List.of(new NewTask(who, content, "", ""));
  }

  private List<NewTask> fromChat(ChatStore chats) throws StoreException {
    Chat whole = chats.open(chat).chat();
    return NewTask.fromMessages(whole.id(), whole.conversation());
  }

  private boolean exists(TaskListStore lists) throws StoreException {
    try {
      return !lists.find(list).isEmpty();
    } catch (StoreException missing) {
      if (missing.failure() instanceof StoreFailure.Missing) {
        return false;
      }
      throw missing;
    }
  }
}
