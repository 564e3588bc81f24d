package dev.chatstream.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.store.file.DataRoot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatLibraryTest {

  @TempDir
  private Path folder;

  private DataRoot root;
  private ChatStore store;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    store = new ChatStore(root, InstantSource.system());
  }

  private List<ChatSummary> read() throws Exception {
    return read(Instant.now());
  }

  private List<ChatSummary> read(Instant now) throws Exception {
    return new ChatLibrary(root, InstantSource.fixed(now)).read((chats, total) -> true).orElseThrow();
  }

  private void writtenSecondsAgo(String file, int seconds) throws Exception {
    Files.setLastModifiedTime(root.chats().resolve(file), FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  @Test
  void draftsComeFirstThenTheNewest() throws Exception {
    store.saveNew(ChatSamples.answered("q", "a"), "old", Optional.empty());
    store.saveNew(ChatSamples.answered("q", "a"), "new", Optional.empty());
    writtenSecondsAgo("old.json", 100);
    store.keepDraft(ChatSamples.asked("Never named?"));
    assertEquals(List.of("Never named?", "new", "old"), read().stream().map(ChatSummary::title).toList());
  }

  @Test
  void oneBadChatHidesNoneOfTheOthers() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.saveNew(ChatSamples.asked("q"), "good " + i, Optional.empty());
    }
    Files.writeString(root.chats().resolve("bad.json"), "{\"conversation\":[");
    Files.createSymbolicLink(root.chats().resolve("loop.json"), root.chats().resolve("loop.json"));
    Files.createDirectory(root.chats().resolve("folder.json"));
    List<ChatSummary> read = read();
    assertEquals(8, read.size());
    assertEquals(5, read.stream().filter(chat -> chat.problem().isEmpty()).count());
  }

  @Test
  void anUnchangedChatIsNotReadAgainAndAChangedOneIs() throws Exception {
    store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    Path file = root.chats().resolve("a.json");
    // A minute later: the catalogue keeps nothing that may still be changing.
    List<ChatSummary> first = read(Instant.now().plusSeconds(60));
    String catalogue = Files.readString(root.chatCatalogue(), StandardCharsets.ISO_8859_1);
    assertTrue(catalogue.contains("chats/a.json"));
    assertEquals(first, new ChatLibrary(root, InstantSource.system()).read((chats, total) -> true).orElseThrow());
    Files.writeString(file, Files.readString(file).replace("\"title\" : \"a\"", "\"title\" : \"b\""));
    assertEquals("b", read().getFirst().title());
  }

  @Test
  void whoNoLongerWantsItIsNotMadeToWait() throws Exception {
    for (int i = 0; i < 5; i++) {
      store.saveNew(ChatSamples.asked("q"), "chat " + i, Optional.empty());
    }
    List<Integer> totals = new ArrayList<>();
    Optional<List<ChatSummary>> read = new ChatLibrary(root, InstantSource.system()).read((chats, total) -> {
      totals.add(total);
      return chats.take().size() < 2;
    });
    assertTrue(read.isEmpty());
    assertEquals(List.of(5, 5, 5), totals);
  }

  @Test
  void aChatIsFoundByItsIdInEachFileThatHoldsIt() throws Exception {
    StoredChat stored = store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    Files.copy(root.chats().resolve("a.json"), root.chats().resolve("copy.json"));
    assertEquals(List.of("a.json", "copy.json"), store.holding(stored.chat().id()));
    assertEquals("a.json", store.find(stored.chat().id().toString()));
    assertFalse(store.list().isEmpty());
  }
}
