package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.care.work.LibraryFile;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Event;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
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

/// What was written and not sent in a chat goes with it, and comes back with it.
class DeletedChatTest {

  @TempDir
  private Path home;
  private DataRoot root;
  private DirectStore store;
  private final UUID id = new UUID(7, 7);

  @BeforeEach
  void open() throws StoreException {
    root = DataRoot.open(home);
    store = new DirectStore(root, InstantSource.fixed(Instant.parse("2026-11-24T01:00:00Z")));
    Message asked = Message.fromUser(new UUID(8, 8), Optional.empty(), "q", Instant.EPOCH);
    store.run(new StoreCommand.KeepDraft(Chat.empty(id, Instant.EPOCH).plus(asked), 1));
  }

  private Path unsent() {
    return root.internal().resolve("unsent").resolve(id + ".txt");
  }

  @Test
  void itsUnsentTextGoesIntoTheTrashAndComesBack() throws IOException, StoreException {
    store.run(new WritingCommand.KeepUnsent(id, "half a thought"));
    assertTrue(LibraryFile.all(root).stream().anyMatch(file -> file.path(root).equals(unsent())), "backups take it");
    assertInstanceOf(Event.Deleted.class, store.run(new StoreCommand.DeleteChat("", id, "q")));
    assertFalse(Files.exists(unsent()));
    assertInstanceOf(Event.Undeleted.class, store.run(new StoreCommand.UndoAppend()));
    assertEquals("half a thought", Files.readString(unsent()));
    assertTrue(Files.exists(root.drafts().resolve(id + ".json")));
  }

  @Test
  void aChatWithoutOneGoesAlone() {
    assertInstanceOf(Event.Deleted.class, store.run(new StoreCommand.DeleteChat("", id, "q")));
    assertInstanceOf(Event.Undeleted.class, store.run(new StoreCommand.UndoAppend()));
  }

  @Test
  void earlierPromptsAndTemplatesAreKeptByBackups() throws IOException, StoreException {
    store.run(new WritingCommand.KeepPrompt("asked before"));
    Path prompts = root.internal().resolve("prompts.jsonl");
    Files.writeString(prompts, Files.readString(prompts) + "\n{\"prompt\":\"to");
    store.run(new WritingCommand.KeepTemplate("review", "Look at {{file}}"));
    List<String> kept = LibraryFile.all(root).stream().map(LibraryFile::relative).toList();
    assertTrue(kept.contains(".store/prompts.jsonl") && kept.contains(".store/templates/review.md"), kept.toString());
    assertTrue(LibraryFile.of(".store/unsent/../VERSION").isEmpty());
  }
}
