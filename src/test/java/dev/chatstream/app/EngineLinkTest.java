package dev.chatstream.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.event.Event;
import dev.chatstream.engine.host.EngineCache;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineModel;
import dev.chatstream.engine.host.EngineOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The engine's way up, its end, and what is told of both; in place of its process stands a server on loopback.
@Timeout(60)
class EngineLinkTest {

  private final Events events = new Events();
  private final FakeEngines engines = new FakeEngines();
  private final ServerLink server =
      new ServerLink(events.bus(), () -> "http://127.0.0.1:9", Hosts.unnamed(Optional.empty()));
  private final EngineLink link = new EngineLink(events.bus(), engines, server);

  @AfterEach
  void stop() {
    link.close();
    engines.close();
  }

  private void up() throws InterruptedException {
    link.start();
    events.first(Event.ServerAnswered.class);
  }

  @Test
  void itsStagesAreToldThenThatItIsUpThenWhatItHas() throws Exception {
    up();
    List<Event> told = events.taken();
    assertEquals(new Event.EngineProgressed(new EngineStage.Checking()), told.get(0));
    assertEquals(new Event.EngineReady(), told.get(1));
    assertEquals("built-in engine", ((Event.ServerAnswered) told.get(2)).host());
    assertTrue(server.server().isPresent());
  }

  @Test
  void oneThatRunsIsUsedAgain() throws Exception {
    up();
    events.taken();
    server.forgetEngine();
    up();
    assertTrue(events.taken().contains(new Event.EngineReady()));
    assertEquals(1, engines.all().size());
  }

  @Test
  void oneThatDoesNotStartIsTold() throws Exception {
    engines.nextFails(new EngineException("No pip here."));
    link.start();
    assertEquals(new Event.EngineFailed("No pip here."), events.first(Event.EngineFailed.class));
    engines.nextStarts();
    up();
    assertEquals(1, engines.all().size());
  }

  @Test
  void aStartThatIsGivenUpTellsNothingMoreAndTheNextOneWorks() throws Exception {
    CountDownLatch starting = engines.nextHangs();
    link.start();
    starting.await();
    events.taken();
    link.cancel();
    assertEquals(List.of(), events.taken());
    engines.nextStarts();
    up();
    assertTrue(events.taken().stream().noneMatch(Event.EngineFailed.class::isInstance));
    assertEquals(1, engines.all().size());
  }

  @Test
  void cancellingOneThatIsInUseChangesNothing() throws Exception {
    up();
    link.cancel();
    assertTrue(engines.all().getFirst().alive());
  }

  @Test
  void oneThatEndsByItselfIsToldAndForgotten() throws Exception {
    up();
    engines.all().getFirst().die("The engine ended by itself (code 1).");
    assertEquals(
        "The engine ended by itself (code 1).", events.first(Event.EngineFailed.class).sentence());
    assertTrue(server.server().isEmpty());
    link.start();
    events.until(came -> came.stream().filter(Event.EngineReady.class::isInstance).count() == 2);
    assertEquals(2, engines.all().size());
  }

  @Test
  void whatAStartMeansIsSaid() throws Exception {
    EngineCache cache = new EngineCache(Path.of("/nowhere/cache"));
    Map<String, String> home = Map.of("HOME", "/nowhere");
    EngineOptions small = new EngineOptions(EngineModel.standard(), cache, 0);
    assertEquals("smollm2:135m, 92 MB to ~/cache", EngineLink.describe(small, home));
    EngineOptions other = new EngineOptions(EngineModel.of("http://h.invalid/m.gguf", ""), cache, 0);
    assertEquals("m, from http://h.invalid to ~/cache", EngineLink.describe(other, home));
  }

  @Test
  void theEndEndsIt() throws Exception {
    up();
    link.close();
    assertFalse(engines.all().getFirst().alive());
    assertTrue(events.taken().stream().noneMatch(Event.EngineFailed.class::isInstance));
  }

  @Test
  void oneThatComesUpWhileTheProgramEndsIsEnded() throws Exception {
    engines.onStart(link::close);
    link.start();
    engines.awaitFirstEnd();
    assertTrue(server.server().isEmpty());
  }
}
