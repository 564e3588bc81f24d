package dev.chatstream.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.task.SourcePlace;
import dev.chatstream.core.task.SourcePlace.Kind;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A row knows its message by ids alone, whatever happens to the chat.
class SourceFinderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T14:03:00Z");

  @TempDir
  private Path home;

  private DataRoot root;
  private ChatStore chats;
  private SourceFinder finder;
  private Chat chat;
  private UUID first;
  private UUID last;

  @BeforeEach
  void talk() throws Exception {
    root = DataRoot.open(home);
    chats = new ChatStore(root, InstantSource.fixed(NOW));
    finder = new SourceFinder(root, () -> 0);
    chat = Chat.empty(Ids.next(NOW), NOW);
    chat = plus(chat, "one");
    first = chat.conversation().getLast().id();
    chat = plus(chat, "two");
    last = chat.conversation().getLast().id();
  }

  private static Chat plus(Chat chat, String text) {
    return chat.plus(Message.fromUser(Ids.next(NOW), chat.head(), text, NOW));
  }

  private SourcePlace find(UUID message) throws Exception {
    return finder.find(chat.id(), message, () -> true);
  }

  private SourcePlace at(Kind kind, String file) {
    return new SourcePlace(kind, file, chat.id(), last);
  }

  @Test
  void aDraftHoldsIt() throws Exception {
    chats.keepDraft(chat);
    assertEquals(at(Kind.CHAT, ""), find(last));
  }

  @Test
  void aChatThatGotANameAndAFileThatGotAnother() throws Exception {
    ChatFile draft = chats.keepDraft(chat);
    chats.saveNew(chat, "Plan", Optional.of(draft));
    assertEquals(at(Kind.CHAT, "plan.json"), find(last));
    Files.move(home.resolve("chats/plan.json"), home.resolve("chats/other name.json"));
    assertEquals(at(Kind.CHAT, "other name.json"), find(last));
  }

  @Test
  void aMessageOnABranchIsInItsChat() throws Exception {
    Chat back = ChatTree.of(chat).endingAt(chat.conversation().getFirst());
    chats.saveNew(back, "Plan", Optional.empty());
    assertEquals(List.of(last), back.branches().stream().map(Message::id).toList());
    assertEquals(at(Kind.CHAT, "plan.json"), find(last));
  }

  @Test
  void whereItWasAppendedToItIsFoundWhenItsOwnChatIsGone() throws Exception {
    Chat other = plus(Chat.empty(Ids.next(NOW), NOW), "other");
    chats.saveNew(other, "Notes", Optional.empty());
    chats.append("notes.json", chat);
    assertEquals(new SourcePlace(Kind.CHAT, "notes.json", other.id(), last), find(last));
  }

  @Test
  void aMessageThatIsNotThereAnyMoreIsSaidToBe() throws Exception {
    chats.saveNew(chat, "Plan", Optional.empty());
    UUID never = Ids.next(NOW);
    assertEquals(new SourcePlace(Kind.NO_MESSAGE, "plan.json", chat.id(), never), find(never));
  }

  @Test
  void theTrashAndNothing() throws Exception {
    chats.saveNew(chat, "Plan", Optional.empty());
    Path trash = Files.createDirectories(home.resolve(".store/trash/2026-11-23T14-03-00Z-1234abcd"));
    Files.move(home.resolve("chats/plan.json"), trash.resolve("plan.json"));
    assertEquals(at(Kind.TRASH, "plan.json"), find(last));
    Files.delete(trash.resolve("plan.json"));
    assertEquals(at(Kind.GONE, ""), find(last));
    assertEquals(Kind.GONE, find(first).kind());
  }
}
