package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.Pull;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.OllamaChatModel;
import dev.chatstream.testing.ScriptedOllama;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The queue of pulls: one after the other, stopped, resumed, broken off.
class PullsTest {

  private final ScriptedOllama server = ScriptedOllama.start();
  private final Events events = new Events();
  private final Pulls pulls;

  PullsTest() throws ModelException {
    OllamaChatModel model = new OllamaChatModel(Endpoint.parse(server.uri().toString()));
    pulls = new Pulls(events.bus(), () -> Optional.of(model));
  }

  @AfterEach
  void close() {
    pulls.close();
    server.close();
  }

  private static String part(long done) {
    return "{\"status\":\"pulling\",\"digest\":\"d\",\"total\":1000,\"completed\":" + done + "}";
  }

  private void until(String name, Pull.Stage stage) throws InterruptedException {
    events.until(came -> came.stream().anyMatch(event -> event instanceof Event.PullsChanged changed
        && changed.pulls().stream().anyMatch(pull -> pull.name().equals(name) && pull.stage() == stage)));
  }

  private Pull last(String name) throws InterruptedException {
    List<Event> all = events.taken();
    return all.reversed().stream()
        .filter(Event.PullsChanged.class::isInstance)
        .map(Event.PullsChanged.class::cast)
        .flatMap(changed -> changed.pulls().stream())
        .filter(pull -> pull.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneAfterTheOtherAndEachIsTold() throws Exception {
    Semaphore go = new Semaphore(0);
    server.page("/api/pull", (request, reply) -> {
      reply.line(part(10));
      go.acquire();
      reply.line("{\"status\":\"success\"}").end();
    });
    pulls.add("a");
    pulls.add("b");
    pulls.add("a");
    server.awaitRequests(1);
    assertEquals(List.of("a", "b"), pulls.names());
    assertEquals(1, server.requests().size());
    go.release(2);
    events.until(came -> came.stream().filter(Event.ModelsTold.class::isInstance).count() == 2);
    assertTrue(pulls.names().isEmpty());
    assertEquals(2, server.requests().size());
  }

  @Test
  void aPullThatBreaksKeepsItsPlaceAndGoesOn() throws Exception {
    server.page("/api/pull", (request, reply) -> {
      reply.line(part(990));
    });
    pulls.add("a");
    Event.ModelsTold told = events.first(Event.ModelsTold.class);
    assertTrue(told.failed());
    until("a", Pull.Stage.FAILED);
    Pull failed = last("a");
    assertEquals(99, failed.percent());
    server.page("/api/pull", (request, reply) -> reply.line("{\"status\":\"success\"}").end());
    pulls.add("a");
    assertEquals(new Event.ModelsTold(events.first(Event.ModelsTold.class).sentence(), false),
        events.first(Event.ModelsTold.class));
    assertTrue(pulls.names().isEmpty());
  }

  @Test
  void stoppingOneLetsTheNextBegin() throws Exception {
    server.page("/api/pull", (request, reply) -> {
      if (request.text().contains("\"a\"")) {
        reply.line(part(420)).awaitClientClose();
      } else {
        reply.line("{\"status\":\"success\"}").end();
      }
    });
    pulls.add("a");
    pulls.add("b");
    events.until(came -> came.stream().anyMatch(event -> event instanceof Event.PullsChanged changed
        && changed.pulls().getFirst().done() == 420));
    pulls.stop("a");
    events.first(Event.ModelsTold.class);
    assertEquals(List.of("a"), pulls.names());
    assertEquals(Pull.Stage.STOPPED, last("a").stage());
    pulls.forget("a");
    assertTrue(pulls.names().isEmpty());
  }
}
