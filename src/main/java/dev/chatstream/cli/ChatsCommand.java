package dev.chatstream.cli;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The chats, one a line: file, messages, title, problem.
@Command(
    name = "chats",
    description = "List the chats, one a line: file (or id of a chat without a name), messages, title, what is wrong.")
final class ChatsCommand implements Callable<Integer> {

  private final Session session;

  ChatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      Output out = session.output();
      ChatStore chats = session.chats();
      for (ChatSummary chat : chats.drafts()) {
        out.row(cells(chat.id() == null ? "-" : chat.id().toString(), chat));
      }
      for (ChatSummary chat : chats.list()) {
        out.row(cells(chat.file(), chat));
      }
      return out.end();
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private static List<String> cells(String name, ChatSummary chat) {
    String messages = String.valueOf(chat.messages());
    return chat.problem().isEmpty()
        ? List.of(name, messages, chat.title())
        : List.of(name, messages, chat.title(), chat.problem());
  }
}
