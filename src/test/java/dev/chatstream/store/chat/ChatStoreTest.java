package dev.chatstream.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatSummary;
import dev.chatstream.core.chat.SavePoint;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatStoreTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private ChatStore store;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    store = new ChatStore(root, InstantSource.fixed(ChatSamples.NOW));
  }

  private static StoreFailure failure(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(StoreException.class, call).failure();
  }

  @Test
  void whatIsSavedIsOpenedTheSame() throws Exception {
    Chat chat = ChatSamples.answered("Grüße 🎉 \u001b[31m\u0000",
        "lone \ud83d and \udc00, pair \ud83c\udf89\r\n\ttab");
    chat = chat.plus(new SavePoint("before", ChatSamples.NOW, chat.head().orElseThrow()));
    StoredChat saved = store.saveNew(chat, "Release plan", Optional.empty());
    assertEquals("release-plan.json", saved.at().file());
    assertEquals(chat.withTitle("Release plan"), saved.chat());
    for (String name : List.of("release-plan.json", "release-plan", "Release plan", chat.id().toString())) {
      StoredChat opened = store.open(name);
      assertEquals(saved.chat(), opened.chat(), name);
      assertTrue(saved.at().fingerprint().sameContent(opened.at().fingerprint()));
      assertEquals("", opened.at().problem());
    }
  }

  @Test
  void aChatGoesOnWhereItIs() throws Exception {
    StoredChat stored = store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    Chat longer = ChatSamples.answer(stored.chat(), "answer");
    ChatFile at = store.save(longer, stored.at());
    store.save(ChatSamples.answer(longer, "more"), at);
    assertEquals(3, store.open("a").chat().conversation().size());
    assertEquals(List.of("a.json"), store.list().stream().map(ChatSummary::file).toList());
  }

  @Test
  void aTakenNameGetsANumber() throws Exception {
    store.saveNew(ChatSamples.asked("1"), "Plan", Optional.empty());
    assertEquals("plan-2.json", store.freeName("plan"));
    assertEquals("plan-2.json", store.saveNew(ChatSamples.asked("2"), "plan", Optional.empty()).at().file());
    assertEquals("1", store.open("plan").chat().conversation().getFirst().content());
    Files.writeString(root.chats().resolve("OTHER.JSON"), "{}");
    assertEquals("other-2.json", store.freeName("other"));
  }

  @Test
  void aChangeBySomebodyElseIsNotOverwritten() throws Exception {
    StoredChat stored = store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    Path file = root.chats().resolve("a.json");
    String changed = Files.readString(file).replace("\"q\"", "\"Q\"");
    Files.writeString(file, changed);
    assertInstanceOf(StoreFailure.ChangedElsewhere.class, failure(() -> store.save(stored.chat(), stored.at())));
    assertEquals(changed, Files.readString(file));
    Files.writeString(file, "{ broken");
    assertInstanceOf(StoreFailure.Unreadable.class, failure(() -> store.save(stored.chat(), stored.at())));
    assertEquals("{ broken", Files.readString(file));
  }

  @Test
  void anotherChatIsNotWrittenOverThisOne() throws Exception {
    StoredChat stored = store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    assertInstanceOf(
        StoreFailure.ChangedElsewhere.class, failure(() -> store.save(ChatSamples.asked("x"), stored.at())));
  }

  @Test
  void aFileThatIsGoneIsWrittenAgain() throws Exception {
    StoredChat stored = store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    Files.delete(root.chats().resolve("a.json"));
    store.save(stored.chat(), stored.at());
    assertEquals(stored.chat(), store.open("a").chat());
  }

  @Test
  void aCopyHasAnIdOfItsOwn() throws Exception {
    StoredChat stored = store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    StoredChat copy = store.saveCopy(stored.chat(), "B side");
    assertFalse(copy.chat().id().equals(stored.chat().id()));
    assertEquals("B side", store.open("b-side").chat().title());
    assertEquals(stored.chat().conversation(), copy.chat().conversation());
  }

  @Test
  void aDamagedChatIsListedAndHidesNothing() throws Exception {
    store.saveNew(ChatSamples.answered("q", "a"), "Good", Optional.empty());
    Files.writeString(root.chats().resolve("bad.json"), "{\"conversation\":[");
    Files.createSymbolicLink(root.chats().resolve("link.json"), root.chats().resolve("good.json"));
    Files.createDirectory(root.chats().resolve("zdir.json"));
    Files.writeString(root.chats().resolve(".hidden.json"), "{}");
    Files.writeString(root.chats().resolve("notes.txt"), "x");
    List<ChatSummary> list = store.list();
    assertEquals(
        List.of("bad.json", "good.json", "link.json", "zdir.json"),
        list.stream().map(ChatSummary::file).toList());
    assertEquals(List.of(false, true, false, false), list.stream().map(c -> c.problem().isEmpty()).toList());
    assertEquals("Good", list.get(1).title());
    assertEquals(2, list.get(1).messages());
    assertEquals("qwen3:8b", list.get(1).model());
  }

  @Test
  void aNewerSchemaIsReadAndNeverWritten() throws Exception {
    StoredChat stored = store.saveNew(ChatSamples.asked("q"), "a", Optional.empty());
    Path file = root.chats().resolve("a.json");
    Files.writeString(file, Files.readString(file).replace("\"schema\" : 2", "\"schema\" : 3"));
    StoredChat newer = store.open("a");
    assertEquals(stored.chat(), newer.chat());
    assertTrue(newer.at().problem().contains("newer version"));
    assertInstanceOf(StoreFailure.NewerVersion.class, failure(() -> store.save(newer.chat(), newer.at())));
    assertInstanceOf(StoreFailure.NewerVersion.class, failure(() -> store.append("a", ChatSamples.asked("x"))));
    assertTrue(store.list().getFirst().problem().contains("newer version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "../../etc/passwd", "/etc/passwd", "..", "", "a/../a", "nothing", "con"})
  void noNameLeadsOutOfTheFolder(String name) throws Exception {
    Files.writeString(folder.resolve("a.json"), "{\"conversation\":[]}");
    assertInstanceOf(StoreFailure.Missing.class, failure(() -> store.open(name)));
  }

  @Test
  void aTitleFromAFileIsOnlyText() throws Exception {
    Chat chat = ChatSamples.asked("q").withTitle("../../../tmp/x");
    assertEquals("safe.json", store.saveNew(chat, "safe", Optional.empty()).at().file());
    assertEquals("../../../tmp/x", store.open("safe").chat().title());
  }

  @Test
  void appendingLeavesOutWhatIsThereAndMarksTheFirst() throws Exception {
    StoredChat target = store.saveNew(ChatSamples.answered("t", "u"), "target", Optional.empty());
    Chat source = ChatSamples.answered("s", "u");
    ChatAppend first = store.append("target", source);
    assertEquals(2, first.added());
    assertEquals(0, first.leftOut());
    Chat now = store.open("target").chat();
    assertEquals(first.after().chat(), now);
    assertEquals(target.chat().head(), now.conversation().get(2).parent());
    assertEquals(source.id(), now.conversation().get(2).appended().orElseThrow().from());
    assertEquals(Optional.of(now.conversation().get(2).id()), now.conversation().get(3).parent());
    assertTrue(now.conversation().get(3).appended().isEmpty());

    ChatAppend again = store.append("target", ChatSamples.answer(source, "third"));
    assertEquals(1, again.added());
    assertEquals(2, again.leftOut());
    assertEquals(0, store.append("target", source).added());

    store.save(again.before().chat(), again.after().at());
    assertEquals(now, store.open("target").chat());
  }

  @Test
  void aDraftIsKeptNamedAndThenGone() throws Exception {
    Chat chat = ChatSamples.asked("How to begin?\nmore");
    ChatFile at = store.keepDraft(chat);
    chat = ChatSamples.answer(chat, "So.");
    at = store.save(chat, at);
    assertEquals(chat, store.openDraft(chat.id()).chat());
    ChatSummary listed = store.drafts().getFirst();
    assertTrue(listed.draft());
    assertEquals("How to begin?", listed.title());
    assertEquals(2, listed.messages());
    assertEquals(List.of(), store.list());

    store.saveNew(chat, "named", Optional.of(at));
    assertEquals(List.of(), store.drafts());
    assertEquals(chat.withTitle("named"), store.open("named").chat());
  }

  @Test
  void aDraftThatGrewInAnotherWindowStays() throws Exception {
    Chat chat = ChatSamples.asked("q");
    ChatFile at = store.keepDraft(chat);
    new ChatStore(root, InstantSource.system()).save(ChatSamples.answer(chat, "other"), at);
    assertInstanceOf(StoreFailure.ChangedElsewhere.class, failure(() -> store.save(chat, at)));
    assertInstanceOf(StoreFailure.ChangedElsewhere.class, failure(() -> store.keepDraft(chat)));
    store.saveNew(chat, "mine", Optional.of(at));
    assertEquals(2, store.openDraft(chat.id()).chat().conversation().size());
  }

  @Test
  void aDraftIsDiscarded() throws Exception {
    Chat chat = ChatSamples.asked("q");
    store.keepDraft(chat);
    store.discardDraft(chat.id());
    assertEquals(List.of(), store.drafts());
    store.discardDraft(chat.id());
    assertInstanceOf(StoreFailure.Missing.class, failure(() -> store.openDraft(UUID.randomUUID())));
  }
}
