package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.TokenSink;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a turn tells its journal, and when.
class TurnsTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir
  Path folder;

  private final EventBus<Event> bus = new EventBus<>(100);
  private final List<String> journalAtRequest = new ArrayList<>();

  private static Command.StartTurn question() {
    Message question = Message.fromUser(Ids.next(NOON), Optional.empty(), "why?", NOON);
    Message answer = Message.fromModel(
        Ids.next(NOON), question.id(), "", "", "m", Map.of(), MessageState.CUT, Metrics.UNKNOWN, NOON);
    Asked asked = new Asked(Ids.next(NOON), Ids.next(NOON), "", NOON, question, answer);
    return new Command.StartTurn(asked, new ChatRequest("m", List.of(question), 8192, Map.of()));
  }

  private List<String> journalLines() {
    try (Stream<Path> files = Files.list(folder.resolve(".store/journal"))) {
      Optional<Path> journal = files.findFirst();
      return journal.isPresent() ? Files.readAllLines(journal.get()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A server that looks into the journal when it is asked, and answers with one token.
  private ModelServer server() {
    return (ModelServer) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {ModelServer.class}, (self, method, arguments) -> {
          assertEquals("chat", method.getName());
          ((TokenSink) arguments[1]).sending();
          journalAtRequest.addAll(journalLines());
          ((TokenSink) arguments[1]).token("because", false);
          return Metrics.UNKNOWN;
        });
  }

  private List<Event> run(FileOps ops) throws Exception {
    JournalWorker journal = new JournalWorker(
        DataRoot.open(folder), ops, InstantSource.system(), told -> bus.publishEnding(new Event.StoreRefused(told)));
    journal.start();
    new Turns(bus, journal).start(question(), server());
    List<Event> events = new ArrayList<>();
    while (events.stream().noneMatch(Event.TurnCompleted.class::isInstance)) {
      bus.drainTo(events, 1_000_000_000);
    }
    while (!journal.idle()) {
      Thread.onSpinWait();
    }
    return events;
  }

  @Test
  void theQuestionIsOnTheDiskBeforeItIsSent() throws Exception {
    run(FileOps.DISK);
    assertEquals(1, journalAtRequest.size());
    assertTrue(journalAtRequest.getFirst().contains("why?"));
    List<String> lines = journalLines();
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).contains("because"));
    assertTrue(lines.get(2).contains("done"));
  }

  @Test
  void aDiskThatRefusesStopsNoAnswer() throws Exception {
    List<Event> events = run(new FaultyOps().failStep("open").saying("Permission denied"));
    assertTrue(events.stream().anyMatch(event -> event instanceof Event.TokenReceived token
        && token.text().equals("because")));
    assertEquals(
        "This reply is in memory only until it has ended: .store/journal may not be written.",
        events.stream()
            .filter(Event.StoreRefused.class::isInstance)
            .map(event -> ((Event.StoreRefused) event).failure().sentence())
            .findFirst()
            .orElseThrow());
    assertEquals(List.of(), journalAtRequest);
  }
}
