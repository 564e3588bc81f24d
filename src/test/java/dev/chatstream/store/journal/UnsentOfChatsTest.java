package dev.chatstream.store.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsentOfChatsTest {

  private static final UUID CHAT = new UUID(1, 2);

  @TempDir
  private Path folder;

  private DataRoot root;

  @BeforeEach
  void open() throws StoreException {
    root = DataRoot.open(folder);
  }

  private UnsentOfChats window() {
    return new UnsentOfChats(root, FileOps.DISK);
  }

  @Test
  void aTextWaitsForItsChat() throws StoreException {
    window().keep(CHAT, "half a\nquestion");
    UnsentOfChats later = window();
    assertEquals("", later.take(new UUID(3, 4)));
    assertEquals("half a\nquestion", later.take(CHAT));
    assertEquals("half a\nquestion", window().take(CHAT), "it stays until it is kept elsewhere");
    later.kept("half a\nquestion and more");
    assertEquals("", window().take(CHAT));
  }

  @Test
  void whatThePersonChangedIsNotGivenBackAgain() throws StoreException {
    UnsentOfChats window = window();
    window.keep(CHAT, "a");
    window.take(CHAT);
    window.kept("");
    assertEquals("a", window().take(CHAT), "the first time it may not be there yet");
    window.kept("other");
    assertEquals("", window().take(CHAT));
  }

  @Test
  void twoWindowsLeaveBothTexts() throws StoreException {
    window().keep(CHAT, "mine");
    window().keep(CHAT, "yours");
    assertEquals("mine\nyours", window().take(CHAT));
  }
}
