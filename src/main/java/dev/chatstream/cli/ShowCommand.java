package dev.chatstream.cli;

import dev.chatstream.core.chat.ChatText;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.chat.StoredChat;
import dev.chatstream.store.list.TaskRows;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A chat or a task list as text or JSON.
@Command(name = "show", description = "Print a chat or a task list.")
final class ShowCommand implements Callable<Integer> {

  /// What is shown.
  enum Kind {
    chat,
    list
  }

  private final Session session;

  @Parameters(index = "0", paramLabel = "chat|list", description = "what it is")
  private Kind kind;

  @Parameters(index = "1", paramLabel = "NAME", description = "its file name, with or without ending, or its id")
  private String name;

  @Option(names = "--json", description = "one JSON document for a chat, one line for each row of a list")
  private boolean json;

  @Option(names = "--filter", paramLabel = "FILTER",
      description = "only these rows of a list: status:open prio:A #12-20 tag:x category:y \"words\"; "
          + "a minus before a term turns it round")
  private String filter;

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (filter != null && kind == Kind.chat) {
      throw new Failed(ExitCode.USAGE, "--filter is for lists. A chat is shown whole.");
    }
    try {
      Output out = session.output();
      String problem = kind == Kind.chat ? chat(out) : list(out);
      int code = out.end();
      if (!problem.isEmpty()) {
        throw new Failed(ExitCode.DAMAGE, kind == Kind.chat ? problem : name + ": " + problem);
      }
      return code;
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private String chat(Output out) throws StoreException {
    ChatStore chats = session.chats();
    StoredChat stored = chat(chats, name);
    if (json) {
      out.text(chats.json(stored) + "\n");
      return stored.at().problem();
    }
    out.text(ChatText.of(stored.chat().conversation()));
    return stored.at().problem();
  }

  /// A chat by its file name, with or without ending, or by its id, which a draft may have.
  static StoredChat chat(ChatStore chats, String name) throws StoreException {
    return isId(name) && chats.drafts().stream().anyMatch(draft -> name.equals(String.valueOf(draft.id())))
        ? chats.openDraft(UUID.fromString(name))
        : chats.open(name);
  }

  private static boolean isId(String text) {
    return text.length() == 36 && text.charAt(8) == '-';
  }

  private String list(Output out) throws StoreException {
    try (TaskRows rows = session.lists().read(name)) {
      Predicate<TaskRow> wanted = RowFilter.of(filter == null ? "" : filter, rows.columns());
      while (rows.hasNext()) {
        TaskRow row = rows.next();
        if (!wanted.test(row)) {
          continue;
        }
        if (json) {
          out.line(JsonLine.of(row.cells()));
        } else {
          String status = row.cell("status").isEmpty() ? "" : ", " + row.cell("status");
          out.line(row.index() + ". " + row.cell("role") + status);
          out.text("   " + row.cell("content").stripTrailing().replace("\n", "\n   ") + "\n");
        }
      }
      if (rows.problem().isEmpty() && !rows.note().isEmpty()) {
        Streams.say(rows.note());
      }
      return rows.problem();
    }
  }
}
