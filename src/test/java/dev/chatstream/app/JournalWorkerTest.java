package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal's thread: what is on the disk when, and what a failing disk does to a stream.
class JournalWorkerTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir
  Path folder;

  private final FaultyOps ops = new FaultyOps();
  private final ConcurrentLinkedQueue<StoreFailure> told = new ConcurrentLinkedQueue<>();
  private final Chat chat = Chat.empty(Ids.next(NOON), NOON);
  private DataRoot root;
  private JournalWorker worker;

  @BeforeEach
  void open() throws Exception {
    root = DataRoot.open(folder);
    worker = new JournalWorker(root, ops, InstantSource.fixed(NOON), told::add);
    worker.start();
  }

  private Asked asked() {
    Message question = Message.fromUser(Ids.next(NOON), chat.head(), "why?", NOON);
    Message answer = Message.fromModel(
        Ids.next(NOON), question.id(), "", "", "m", Map.of(), MessageState.CUT, Metrics.UNKNOWN, NOON);
    return new Asked(Ids.next(NOON), chat.id(), "", NOON, question, answer);
  }

  private void settle() {
    while (!worker.idle()) {
      Thread.onSpinWait();
    }
  }

  private List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.list(root.journal())) {
      return files.toList();
    }
  }

  private void keep(Asked asked) {
    worker.begin(asked);
    worker.awaitQuestion(asked.turn());
  }

  @Test
  void aSaveLetsTheQuestionPassUntilItsRequestLeaves() throws Exception {
    Asked asked = asked();
    worker.begin(asked);
    Thread save = Thread.ofPlatform().start(worker::letQuestionsPass);
    settle();
    assertTrue(save.isAlive(), "kept, but not sent yet");
    worker.awaitQuestion(asked.turn());
    save.join();
    assertTrue(Files.readString(journals().getFirst()).contains("why?"));
  }

  @Test
  void aSaveDoesNotWaitForAQuestionThatWillNeverLeave() throws Exception {
    Asked asked = asked();
    worker.begin(asked);
    worker.end(asked.turn(), MessageState.FAILED);
    Thread save = Thread.ofPlatform().start(worker::letQuestionsPass);
    assertTrue(save.join(Duration.ofSeconds(1)), "it waits for nobody");
  }

  @Test
  void theQuestionIsOnTheDiskBeforeItIsSent() throws Exception {
    keep(asked());
    assertTrue(Files.readString(journals().getFirst()).contains("why?"));
    assertTrue(ops.steps().contains("forceFolder"));
  }

  @Test
  void tokensOfABatchAreOneRecordAndTheEndComesAfterThem() throws Exception {
    Asked asked = asked();
    keep(asked);
    worker.take(asked.turn(), "hm", true);
    for (int i = 0; i < 10; i++) {
      worker.take(asked.turn(), i + " ", false);
    }
    worker.end(asked.turn(), MessageState.DONE);
    settle();
    List<String> lines = Files.readAllLines(journals().getFirst());
    assertEquals(4, lines.size());
    assertTrue(lines.get(1).contains("\"thinking\":\"hm\""));
    assertTrue(lines.get(2).contains("\"tokens\":10,\"text\":\"0 1 2 3 4 5 6 7 8 9 \""));
    assertTrue(lines.get(3).contains("\"end\":\"done\""));
  }

  @Test
  void theJournalGoesWhenTheChatHoldsTheAnswerAndNotBefore() throws Exception {
    Asked asked = asked();
    keep(asked);
    worker.take(asked.turn(), "beca", false);
    worker.saved(chat.plus(asked.question()));
    settle();
    assertEquals(1, journals().size());
    worker.end(asked.turn(), MessageState.DONE);
    worker.saved(chat.plus(asked.question()).plus(asked.answer()));
    settle();
    assertEquals(List.of(), journals());
    worker.take(asked.turn(), "late", false);
    settle();
    assertEquals(List.of(), journals());
  }

  @Test
  void aQuestionThatGotNoAnswerNeedsItsJournalUntilItsChatIsSaved() throws Exception {
    Asked asked = asked();
    keep(asked);
    worker.end(asked.turn(), MessageState.FAILED);
    settle();
    assertEquals(1, journals().size());
    worker.saved(chat.plus(asked.question()));
    settle();
    assertEquals(List.of(), journals());
  }

  @Test
  void aFullDiskIsToldOnceAndStopsNothing() throws Exception {
    Asked asked = asked();
    keep(asked);
    ops.failStep("write").tearingAfter(9).saying("No space left on device");
    worker.take(asked.turn(), "be", false);
    settle();
    worker.take(asked.turn(), "ca", false);
    worker.end(asked.turn(), MessageState.DONE);
    settle();
    keep(asked());
    settle();
    assertEquals(List.of("This reply is in memory only until it has ended: there is no room on the disk."),
        told.stream().map(StoreFailure::sentence).toList());

    ops.heal();
    Asked later = asked();
    keep(later);
    ops.failStep("force");
    worker.take(later.turn(), "x", false);
    settle();
    assertEquals(2, told.size(), "it had worked in between");
  }

  @Test
  void aFileIsMadeAheadAndAgainAfterEachTurnAndGoesAtTheEnd() throws Exception {
    worker.prepare();
    settle();
    assertEquals(1, journals().size());
    ops.steps().clear();
    Asked asked = asked();
    keep(asked);
    assertEquals(List.of("write", "force"), List.copyOf(ops.steps()));
    assertTrue(Files.readString(journals().getFirst()).contains("why?"));
    worker.end(asked.turn(), MessageState.DONE);
    settle();
    assertEquals(2, journals().size());
    worker.saved(chat.plus(asked.question()).plus(asked.answer()));
    worker.close();
    settle();
    assertEquals(List.of(), journals());
  }

  @Test
  void aFileMadeAheadThatIsGoneIsReplaced() throws Exception {
    worker.prepare();
    settle();
    Files.delete(journals().getFirst());
    keep(asked());
    assertEquals(1, journals().size());
    assertTrue(Files.readString(journals().getFirst()).contains("why?"));
    assertTrue(told.isEmpty());
  }
}
