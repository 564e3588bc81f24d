package dev.chatstream.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fails, or a process that dies, at each step of a save.
class ChatFaultTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private ChatStore whole;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    whole = new ChatStore(root, InstantSource.system());
  }

  private ChatStore failing(FaultyOps ops) {
    return new ChatStore(root, InstantSource.system(), ops);
  }

  @Test
  void aFailedSaveLeavesAWholeChatAndCanBeTriedAgain() throws Exception {
    for (int step = 0; step < 5; step++) {
      String name = "chat " + step;
      StoredChat old = whole.saveNew(ChatSamples.asked("q"), name, Optional.empty());
      Chat longer = ChatSamples.answer(old.chat(), "answer");
      FaultyOps ops = new FaultyOps().failAt(step);
      ChatStore store = failing(ops);
      assertThrows(StoreException.class, () -> store.save(longer, old.at()));
      assertEquals(step < 4 ? old.chat() : longer, whole.open(name).chat());
      ops.heal();
      store.save(longer, old.at());
      assertEquals(longer, whole.open(name).chat());
    }
  }

  @Test
  void aProcessThatDiesWhileItSavesLeavesTheOldOrTheNewChat() throws Exception {
    for (int step = 0; step < 5; step++) {
      String name = "chat " + step;
      StoredChat old = whole.saveNew(ChatSamples.asked("q"), name, Optional.empty());
      Chat longer = ChatSamples.answer(old.chat(), "answer");
      FaultyOps ops = new FaultyOps().failAt(step).thenDead();
      assertThrows(StoreException.class, () -> failing(ops).save(longer, old.at()));
      assertEquals(step < 4 ? old.chat() : longer, whole.open(name).chat());
    }
    assertTrue(whole.list().stream().allMatch(chat -> chat.problem().isEmpty()));
    assertEquals(5, whole.list().size());
  }

  @Test
  void aDraftIsOnDiskUntilItsNamedFileIs() throws Exception {
    for (int step = 0; step < 7; step++) {
      Chat chat = ChatSamples.asked("q" + step);
      ChatFile at = whole.keepDraft(chat);
      FaultyOps ops = new FaultyOps().failAt(step).thenDead();
      String name = "named " + step;
      if (step < 5) {
        assertThrows(StoreException.class, () -> failing(ops).saveNew(chat, name, Optional.of(at)));
      } else {
        failing(ops).saveNew(chat, name, Optional.of(at)); // Saved; only the draft's removal fails.
      }
      boolean draft = whole.drafts().stream().anyMatch(kept -> kept.id().equals(chat.id()));
      boolean named = whole.list().stream().anyMatch(kept -> chat.id().equals(kept.id()));
      assertTrue(draft || named, "lost at step " + step);
      assertEquals(step == 6, !draft, "step " + step + " of " + ops.steps());
    }
  }

  @Test
  void aFirstSaveThatFailedLeavesItsNameFree() throws Exception {
    for (int step = 0; step < 5; step++) {
      String name = "new " + step;
      Chat chat = ChatSamples.asked("q").withTitle(name);
      FaultyOps ops = new FaultyOps().failAt(step);
      ChatStore store = failing(ops);
      assertThrows(StoreException.class, () -> store.saveNew(chat, name, Optional.empty()));
      assertEquals("new-" + step + ".json", store.saveNew(chat, name, Optional.empty()).at().file());
      assertEquals(chat, whole.open(name).chat());
    }
    assertEquals(5, whole.list().size());
  }

  @Test
  void aFullDiskIsToldAndNothingIsLost() throws Exception {
    StoredChat old = whole.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    Chat longer = ChatSamples.answer(old.chat(), "x".repeat(300_000));
    FaultyOps ops = new FaultyOps().failStep("write").saying("No space left on device").tearingAfter(100);
    StoreException full = assertThrows(StoreException.class, () -> failing(ops).save(longer, old.at()));
    assertInstanceOf(StoreFailure.DiskFull.class, full.failure());
    assertEquals(old.chat(), whole.open("a").chat());
    try (var files = Files.list(root.chats())) {
      assertEquals(List.of("a.json"), files.map(file -> file.getFileName().toString()).toList());
    }
  }
}
