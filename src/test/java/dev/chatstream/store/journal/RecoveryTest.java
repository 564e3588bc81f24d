package dev.chatstream.store.journal;

import static dev.chatstream.store.journal.JournalSamples.CLOCK;
import static dev.chatstream.store.journal.JournalSamples.asked;
import static dev.chatstream.store.journal.JournalSamples.names;
import static dev.chatstream.store.journal.JournalSamples.newChat;
import static dev.chatstream.store.journal.JournalSamples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Recovered;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

  @TempDir
  Path folder;

  private DataRoot root;
  private ChatStore chats;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    chats = new ChatStore(root, CLOCK);
  }

  private Recovery.Result recover() throws Exception {
    return new Recovery(root, chats, FileOps.DISK).run();
  }

  /// A journal as a process leaves it that is gone: written, its lock free.
  private Path leave(Asked asked, String... came) throws Exception {
    TurnJournal journal = TurnJournal.begin(root, FileOps.DISK, CLOCK, asked);
    for (String piece : came) {
      journal.came(text(piece));
    }
    Path file = root.journal().resolve("turn-" + asked.turn() + ".jsonl");
    byte[] left = Files.readAllBytes(file);
    journal.delete();
    return Files.write(file, left);
  }

  private static List<String> contents(Chat chat) {
    return chat.conversation().stream().map(Message::content).toList();
  }

  @Test
  void aReplyInANamedChatIsPutThereOnce() throws Exception {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    String file = chats.saveNew(chat.plus(asked.question()), "Release plan", Optional.empty()).at().file();
    Path journal = leave(asked, "be", "ca");
    byte[] left = Files.readAllBytes(journal);

    Recovered told = recover().replies().getFirst();
    assertEquals(
        new Recovered(chat.id(), file, "Release plan", MessageState.CUT, JournalSamples.NOON, 2, true), told);
    assertEquals(List.of("why?", "beca"), contents(chats.open(file).chat()));
    assertEquals(List.of(), names(root.journal()));

    // Killed after the chat was written and before the journal was deleted.
    Files.write(journal, left);
    byte[] before = Files.readAllBytes(root.chats().resolve(file));
    assertEquals(List.of(), recover().replies());
    assertEquals(List.of(), names(root.journal()));
    assertEquals(new String(before, "UTF-8"), Files.readString(root.chats().resolve(file)));
  }

  @Test
  void ofTwoFilesWithOneIdTheOneThatAskedGetsTheReply() throws Exception {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    String copy = chats.saveNew(chat, "a copy", Optional.empty()).at().file();
    String file = chats.saveNew(chat.plus(asked.question()), "Release plan", Optional.empty()).at().file();
    leave(asked, "beca");
    assertEquals(file, recover().replies().getFirst().file());
    assertEquals(List.of("why?", "beca"), contents(chats.open(file).chat()));
    assertEquals(List.of(), contents(chats.open(copy).chat()));
  }

  @Test
  void aChatThatIsNowhereBecomesADraft() throws Exception {
    Chat chat = newChat();
    leave(asked(chat, "why?"), "beca");
    assertEquals("", recover().replies().getFirst().file());
    assertEquals(List.of("why?", "beca"), contents(chats.openDraft(chat.id()).chat()));
  }

  private static Asked goingOn(Asked asked, String part) {
    Message begun = asked.answer();
    Message answer = Message.fromModel(
        begun.id(), asked.question().id(), part, "", begun.model(), begun.options(), begun.state(), begun.metrics(),
        begun.created());
    return new Asked(asked.turn(), asked.chat(), asked.title(), asked.begun(), asked.question(), answer);
  }

  @Test
  void anAnswerThatWentOnIsWholeAndItsPartStays() throws Exception {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    Message part = Message.fromModel(
        new UUID(7, 7), asked.question().id(), "be", "", "m", Map.of(), MessageState.STOPPED, Metrics.UNKNOWN,
        JournalSamples.NOON);
    chats.keepDraft(chat.plus(asked.question()).withBranches(List.of(part)));
    leave(goingOn(asked, "be"), "ca", "use");
    assertTrue(recover().replies().getFirst().answered());
    Chat found = chats.openDraft(chat.id()).chat();
    assertEquals(List.of("why?", "because"), contents(found));
    assertEquals(List.of(part), found.branches());
  }

  @Test
  void anAnswerToWhichNothingCameIsNotThereTwice() throws Exception {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    chats.keepDraft(chat.plus(asked.question()));
    leave(goingOn(asked, "be"));
    recover();
    assertEquals(List.of("why?"), contents(chats.openDraft(chat.id()).chat()));
  }

  @Test
  void bothAnswersOfTwoModelsAreKept() throws Exception {
    Chat chat = newChat();
    Asked first = asked(chat, "why?");
    Message other = first.answer().withId(new UUID(9, 9));
    chats.keepDraft(chat.plus(first.question()));
    leave(first, "one");
    leave(new Asked(new UUID(8, 8), chat.id(), "", first.begun(), first.question(), other), "two");
    assertEquals(2, recover().replies().size());
    Chat found = chats.openDraft(chat.id()).chat();
    assertEquals(3, found.conversation().size() + found.branches().size());
  }

  @Test
  void anEditedFirstQuestionStandsBesideTheOthers() throws Exception {
    Chat chat = newChat();
    Asked before = asked(chat, "why?");
    chats.keepDraft(chat.plus(before.question()));
    Message edited = Message.fromUser(new UUID(6, 6), Optional.empty(), "why not?", JournalSamples.NOON);
    leave(new Asked(new UUID(8, 8), chat.id(), "", before.begun(), edited, before.answer()), "be");
    recover();
    Chat found = chats.openDraft(chat.id()).chat();
    assertEquals(List.of("why?"), contents(found));
    assertEquals(List.of("why not?", "be"), found.branches().stream().map(Message::content).toList());
  }

  @Test
  void aDraftIsCarriedOn() throws Exception {
    Chat chat = newChat();
    Asked asked = asked(chat, "why?");
    chats.keepDraft(chat.plus(asked.question()));
    leave(asked, "beca");
    assertTrue(recover().replies().getFirst().answered());
    assertEquals(List.of("why?", "beca"), contents(chats.openDraft(chat.id()).chat()));
  }

  @Test
  void aJournalOfAProgramThatRunsIsLeftAlone() throws Exception {
    TurnJournal mine = TurnJournal.begin(root, FileOps.DISK, CLOCK, asked(newChat(), "why?"));
    mine.came(text("beca"));
    assertEquals(List.of(), recover().replies());
    assertEquals(1, names(root.journal()).size());
    mine.came(text("use"));
    mine.delete();
    assertEquals(List.of(), names(root.journal()));
  }

  @Test
  void whatCanNotBeReadIsKeptInQuarantine() throws Exception {
    Chat chat = newChat();
    Path journal = leave(asked(chat, "why?"), "be", "ca");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[bytes.length - 5] ^= 1;
    Files.write(journal, bytes);
    Files.writeString(root.journal().resolve("turn-nonsense.jsonl"), "{}\n");

    assertEquals(1, recover().replies().size());
    assertEquals(List.of("why?", "be"), contents(chats.openDraft(chat.id()).chat()));
    assertEquals(List.of(), names(root.journal()));
    assertEquals(2, names(root.quarantine()).size());
  }

  @Test
  void aChatThatCanNotBeWrittenKeepsItsJournalAndHoldsNobodyBack() throws Exception {
    Chat broken = newChat();
    Asked first = asked(broken, "lost?");
    Path draft = root.drafts().resolve(broken.id() + ".json");
    Files.writeString(draft, "{ no json");
    Path journal = leave(first, "no");
    Chat other = newChat();
    leave(asked(other, "why?"), "beca");

    Recovery.Result result = recover();
    assertEquals(1, result.replies().size());
    assertEquals(1, result.failures().size());
    assertTrue(Files.exists(journal));
    assertEquals("{ no json", Files.readString(draft));
  }

  @Test
  void whatCanNotBeRecoveredIsToldOnceAndAgainWhenItIsSomethingElse() throws Exception {
    Chat broken = newChat();
    leave(asked(broken, "lost?"), "no");
    Path draft = root.drafts().resolve(broken.id() + ".json");
    Files.writeString(draft, "{ no json");
    assertEquals(1, recover().failures().size());
    assertEquals(0, recover().failures().size(), "told before");
    Files.writeString(draft, "[]");
    assertEquals(1, recover().failures().size(), "another reason");
    Files.delete(draft);
    assertEquals(1, recover().replies().size());
    Files.writeString(draft, "{ no json");
    leave(asked(broken, "lost?"), "no");
    assertEquals(1, recover().failures().size(), "it happened again");
  }

  @Test
  void withoutAMemoryOfWhatWasToldItIsToldOnceMore() throws Exception {
    Chat broken = newChat();
    leave(asked(broken, "lost?"), "no");
    Files.writeString(root.drafts().resolve(broken.id() + ".json"), "{ no json");
    Files.createDirectory(root.internal().resolve("told.txt"));
    assertEquals(1, recover().failures().size());
    assertEquals(1, recover().failures().size());
  }

  /// Each step of a recovery fails once; the next one has all of it.
  @Test
  void aRecoveryThatFailsAnywhereIsMadeUpForByTheNext() throws Exception {
    int failures = 0;
    for (int step = 0; step < 12; step++) {
      Chat chat = newChat();
      leave(asked(chat, "why?"), "be", "ca");
      FaultyOps ops = new FaultyOps().failAt(step).thenDead();
      Recovery.Result first = new Recovery(root, new ChatStore(root, CLOCK, ops), ops).run();
      failures += first.failures().size();
      recover();
      assertEquals(List.of("why?", "beca"), contents(chats.openDraft(chat.id()).chat()), "step " + step);
      assertEquals(List.of(), names(root.journal()), "step " + step);
    }
    assertTrue(failures > 3);
  }

  @Test
  void aJournalThatWasNeverBegunGoesWithoutAWord() throws Exception {
    Files.createFile(root.journal().resolve("turn-" + new UUID(7, 7) + ".jsonl"));
    Recovery.Result result = new Recovery(root, chats, FileOps.DISK).run();
    assertEquals(new Recovery.Result(List.of(), List.of()), result);
    assertEquals(List.of(), names(root.journal()));
    assertEquals(List.of(), names(root.quarantine()));
  }
}
