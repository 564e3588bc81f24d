package dev.chatstream.cli;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
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
      Output out = new Output();
      ChatStore chats = session.chats();
      for (ChatSummary chat : chats.drafts()) {
        out.line(chat.id() + line(chat));
      }
      for (ChatSummary chat : chats.list()) {
        out.line(chat.file() + line(chat));
      }
      return out.end();
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private static String line(ChatSummary chat) {
    return "\t" + chat.messages() + "\t" + chat.title() + (chat.problem().isEmpty() ? "" : "\t" + chat.problem());
  }
}
