package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.OllamaChatModel;
import dev.chatstream.testing.ScriptedOllama;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which server is asked, and what is told of it; real requests to servers on loopback.
@Timeout(60)
class ServerLinkTest {

  private final Events events = new Events();
  private final ScriptedOllama mine = ScriptedOllama.start();
  private final ScriptedOllama other = ScriptedOllama.start();
  private final ServerLink link = link(mine.uri().toString(), Optional.empty());

  @AfterEach
  void stop() {
    mine.close();
    other.close();
  }

  private ServerLink link(String address, Optional<String> key) {
    return new ServerLink(events.bus(), () -> address, Hosts.unnamed(key));
  }

  private static String label(ScriptedOllama server) {
    return "127.0.0.1:" + server.uri().getPort();
  }

  private static boolean allKnown(Event event) {
    return event instanceof Event.ServerAnswered answered
        && answered.models().stream().anyMatch(model -> model.name().equals("fast") && model.contextLength() == 2048);
  }

  @Test
  void nobodyIsAskedBeforeTheFirstConnection() {
    assertTrue(link.server().isEmpty());
    assertEquals(0, mine.connections());
  }

  @Test
  void aServerTellsWhatItHasThenWhatOnlyItsDetailsTell() throws Exception {
    link.connect();
    events.until(came -> came.stream().anyMatch(ServerLinkTest::allKnown));
    List<Event> answers = events.taken();
    assertEquals(2, answers.size());
    Event.ServerAnswered first = assertInstanceOf(Event.ServerAnswered.class, answers.getFirst());
    assertEquals(label(mine), first.host());
    assertEquals("0.33.1", first.version());
    assertTrue(first.models().stream().allMatch(model -> model.contextLength() == 0 || model.contextLength() > 2048));
    Event.ServerAnswered full = assertInstanceOf(Event.ServerAnswered.class, answers.getLast());
    assertEquals(
        first.models().stream().map(ModelInfo::name).toList(), full.models().stream().map(ModelInfo::name).toList());
    assertEquals(label(mine), link.server().orElseThrow().endpoint().label());
  }

  @Test
  void aServerThatDoesNotAnswerIsToldEachTime() throws Exception {
    mine.close();
    for (int time = 0; time < 2; time++) {
      link.connect();
      Event.ServerSilent silent = events.first(Event.ServerSilent.class);
      assertEquals(label(mine), silent.host());
      assertInstanceOf(ModelError.Unreachable.class, silent.error());
      events.taken();
    }
  }

  @Test
  void whatIsNoAddressIsTold() throws Exception {
    CountDownLatch then = new CountDownLatch(1);
    link.connectTo("ftp://x", then::countDown);
    Event.ServerSilent silent = events.first(Event.ServerSilent.class);
    assertEquals("ftp://x", silent.host());
    assertInstanceOf(ModelError.BadAddress.class, silent.error());
    assertEquals(1, then.getCount());
    assertTrue(link.server().isEmpty());
  }

  @Test
  void anotherHostIsRememberedWhenItAnswers() throws Exception {
    CountDownLatch then = new CountDownLatch(1);
    link.connectTo(other.uri().toString(), then::countDown);
    then.await();
    assertEquals(label(other), events.first(Event.ServerAnswered.class).host());
    assertEquals(label(other), link.server().orElseThrow().endpoint().label());
    assertEquals(0, mine.connections());
  }

  @Test
  void whatAServerSaysAfterThePersonHasGoneElsewhereIsDropped() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    mine.page("/api/tags", (request, reply) -> {
      release.await();
      reply.send(200, "application/json", "{\"models\":[]}");
    });
    link.connect();
    mine.awaitRequests(2);
    CountDownLatch then = new CountDownLatch(1);
    link.connectTo(other.uri().toString(), then::countDown);
    then.await();
    release.countDown();
    mine.awaitIdle();
    // Once round, so that what was on its way is there.
    link.connect();
    events.until(came -> came.stream().filter(ServerLinkTest::allKnown).count() >= 2);
    assertTrue(events.taken().stream()
        .allMatch(event -> event instanceof Event.ServerAnswered answered && answered.host().equals(label(other))));
  }

  @Test
  void aKeyGoesToThisMachine() throws Exception {
    link(mine.uri().toString(), Optional.of("geheim")).connect();
    events.first(Event.ServerAnswered.class);
    assertEquals("Bearer geheim", mine.requests().getFirst().headers().get("authorization"));
  }

  @Test
  void theEngineTakesThePlaceOfTheServerUntilItEnds() throws Exception {
    link.useEngine(new OllamaChatModel(Endpoint.parse(other.uri().toString())));
    assertEquals("built-in engine", events.first(Event.ServerAnswered.class).host());
    assertEquals(label(other), link.server().orElseThrow().endpoint().label());
    link.forgetEngine();
    assertTrue(link.server().isEmpty());
    link.connect();
    events.until(came -> came.stream().anyMatch(
        event -> event instanceof Event.ServerAnswered answered && answered.host().equals(label(mine))));
    link.forgetEngine();
    assertFalse(link.server().isEmpty());
  }
}
