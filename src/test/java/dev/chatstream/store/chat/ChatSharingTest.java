package dev.chatstream.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.Quarantine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows, or a window and an editor, on one chat.
class ChatSharingTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private ChatStore store;
  private ChatSharing sharing;
  private StoredChat begun;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    store = new ChatStore(root, InstantSource.system());
    sharing = new ChatSharing(store, new Quarantine(root, InstantSource.system(), FileOps.DISK));
    begun = store.saveNew(ChatSamples.answered("q", "a"), "the sea", Optional.empty());
  }

  private Outcome save(Chat ours) throws Exception {
    return sharing.save(ours, begun.chat(), begun.at(), true, Map.of());
  }

  private Chat onDisk() throws Exception {
    return store.open("the-sea").chat();
  }

  /// Another window writes this.
  private void elsewhere(Chat chat) throws Exception {
    ChatStore other = new ChatStore(root, InstantSource.system());
    other.save(chat, other.open("the-sea").at());
  }

  private Path file() {
    return root.chats().resolve("the-sea.json");
  }

  private void edit(String from, String to) throws Exception {
    String before = Files.readString(file());
    assertTrue(before.contains(from));
    Files.writeString(file(), before.replace(from, to));
  }

  private static Chat changed(Chat chat, int which, String text) {
    List<Message> path = new ArrayList<>(chat.conversation());
    Message old = path.get(which);
    path.set(which, new Message(
        old.id(), old.parent(), old.role(), text, old.thinking(), old.created(), old.model(), old.options(),
        old.state(), old.appended(), old.metrics(), old.extra()));
    return chat.withConversation(path);
  }

  private static Set<String> texts(Chat chat) {
    Set<String> texts = new HashSet<>();
    Stream.concat(chat.conversation().stream(), chat.branches().stream()).forEach(m -> texts.add(m.content()));
    return texts;
  }

  private List<Path> quarantined() throws Exception {
    try (Stream<Path> files = Files.list(root.quarantine())) {
      return files.toList();
    }
  }

  @Test
  void nobodyElseNothingToTell() throws Exception {
    Chat ours = ChatSamples.answer(begun.chat(), "more");
    assertInstanceOf(Outcome.Same.class, save(ours));
    assertEquals(ours, onDisk());
  }

  @Test
  void twoWindowsThatWriteBothKeepAll() throws Exception {
    elsewhere(ChatSamples.answer(begun.chat(), "theirs"));
    Chat ours = ChatSamples.answer(begun.chat(), "ours");
    Outcome.Together both = assertInstanceOf(Outcome.Together.class, save(ours));
    assertEquals(1, both.joined().added());
    assertEquals(both.joined().chat(), both.stored().chat());
    assertEquals(List.of("q", "a", "ours"), onDisk().conversation().stream().map(Message::content).toList());
    assertEquals(List.of("theirs"), onDisk().branches().stream().map(Message::content).toList());
    assertEquals(both.joined().chat(), onDisk());
  }

  @Test
  void whatAScreenThatKnowsNothingYetSavesNextTakesNothingAway() throws Exception {
    elsewhere(ChatSamples.answer(begun.chat(), "theirs"));
    Chat ours = ChatSamples.answer(begun.chat(), "ours");
    Outcome.Together both = (Outcome.Together) save(ours);
    Chat more = ChatSamples.answer(ours, "ours 2");
    sharing.save(more, ours, both.stored().at(), false, Map.of());
    assertEquals(Set.of("q", "a", "ours", "ours 2", "theirs"), texts(onDisk()));
  }

  @Test
  void anEditorsChangeIsJoined() throws Exception {
    edit("\"content\" : \"q\"", "\"content\" : \"Q\"");
    Chat ours = ChatSamples.answer(begun.chat(), "more");
    Outcome.Together both = (Outcome.Together) save(ours);
    assertEquals(1, both.joined().changed());
    assertEquals(Set.of("Q", "a", "more"), texts(onDisk()));
  }

  @Test
  void theSameMessageChangedTwiceIsNeverWrittenOver() throws Exception {
    edit("\"content\" : \"q\"", "\"content\" : \"theirs\"");
    String before = Files.readString(file());
    Chat ours = changed(begun.chat(), 0, "ours");
    Outcome.Clashing clashing = assertInstanceOf(Outcome.Clashing.class, save(ours));
    assertEquals("theirs", clashing.clashes().getFirst().theirs().content());
    assertEquals(before, Files.readString(file()));
    assertInstanceOf(Outcome.Clashing.class, sharing.look(ours, begun.chat(), begun.at()));
  }

  @Test
  void bothSurviveWhateverIsChosen() throws Exception {
    edit("\"content\" : \"q\"", "\"content\" : \"theirs\"");
    Chat ours = changed(begun.chat(), 0, "ours");
    UUID id = ours.conversation().getFirst().id();
    for (Clash.Pick pick : Clash.Pick.values()) {
      Files.writeString(file(), Files.readString(file()).replace("\"ours\"", "\"theirs\""));
      Outcome done = sharing.save(ours, begun.chat(), begun.at(), true, Map.of(id, pick));
      Set<String> kept = new HashSet<>(texts(onDisk()));
      String copy = ((Outcome.Together) done).copy();
      if (!copy.isEmpty()) {
        String text = Files.readString(root.folder().resolve(copy));
        kept.addAll(List.of(text.contains("\"ours\"") ? "ours" : "", text.contains("\"theirs\"") ? "theirs" : ""));
      }
      assertTrue(kept.containsAll(Set.of("ours", "theirs")), pick + ": " + kept);
      String first = onDisk().conversation().getFirst().content();
      assertEquals(pick == Clash.Pick.THEIRS ? "theirs" : "ours", first);
    }
    assertEquals(2, quarantined().size());
  }

  @Test
  void aFileThatBecameUnreadableIsNeverWrittenTo() throws Exception {
    for (String broken : List.of("{ broken", "", "{\"conversation\":[]} x")) {
      Files.writeString(file(), broken);
      Chat ours = ChatSamples.answer(begun.chat(), "more");
      StoreFailure failure = assertThrows(StoreException.class, () -> save(ours)).failure();
      assertInstanceOf(StoreFailure.Unreadable.class, failure);
      assertEquals(broken, Files.readString(file()));
    }
  }

  @Test
  void aNewerSchemaAndAnotherChatAreLeftAlone() throws Exception {
    edit("\"schema\" : 2", "\"schema\" : 3");
    assertInstanceOf(
        StoreFailure.NewerVersion.class, assertThrows(StoreException.class, () -> save(begun.chat())).failure());
    edit("\"schema\" : 3", "\"schema\" : 2");
    edit(begun.chat().id().toString(), UUID.randomUUID().toString());
    assertInstanceOf(
        StoreFailure.ChangedElsewhere.class, assertThrows(StoreException.class, () -> save(begun.chat())).failure());
  }

  @Test
  void aFileThatIsGoneIsToldAndWrittenOnlyWhenAsked() throws Exception {
    Files.delete(file());
    Chat ours = ChatSamples.answer(begun.chat(), "more");
    assertEquals(new Outcome.Gone(""), save(ours));
    assertTrue(Files.notExists(file()));
    sharing.writeAgain(ours, begun.at());
    assertEquals(ours, onDisk());
  }

  @Test
  void aRenamedFileIsFoundByItsId() throws Exception {
    Files.move(file(), root.chats().resolve("ocean.json"));
    assertEquals(new Outcome.Gone("ocean.json"), save(ChatSamples.answer(begun.chat(), "more")));
    assertEquals(new Outcome.Gone("ocean.json"), sharing.look(begun.chat(), begun.chat(), begun.at()));
  }

  @Test
  void lookingWritesNothing() throws Exception {
    assertInstanceOf(Outcome.Same.class, sharing.look(begun.chat(), begun.chat(), begun.at()));
    elsewhere(ChatSamples.answer(begun.chat(), "theirs"));
    String before = Files.readString(file());
    Outcome.Together found = (Outcome.Together) sharing.look(begun.chat(), begun.chat(), begun.at());
    assertEquals(found.joined().chat(), found.stored().chat());
    assertEquals(1, found.joined().added());
    assertEquals(before, Files.readString(file()));
  }

  @Test
  void aJoinIsTakenBackAndTheJoinedOneIsKept() throws Exception {
    elsewhere(ChatSamples.answer(begun.chat(), "theirs"));
    Chat ours = ChatSamples.answer(begun.chat(), "ours");
    Outcome.Together both = (Outcome.Together) save(ours);
    String copy = sharing.takeBack(ours, both.stored().at());
    assertEquals(ours, onDisk());
    assertTrue(Files.readString(root.folder().resolve(copy)).contains("theirs"));
    elsewhere(ChatSamples.answer(onDisk(), "later"));
    StoreException late = assertThrows(StoreException.class, () -> sharing.takeBack(ours, both.stored().at()));
    assertInstanceOf(StoreFailure.NotUndoable.class, late.failure());
    assertTrue(texts(onDisk()).contains("later"));
  }
}
