package dev.chatstream.app;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineListener;
import dev.chatstream.model.Endpoint;
import dev.chatstream.model.ModelException;
import dev.chatstream.model.ModelServer;
import dev.chatstream.model.OllamaChatModel;
import dev.chatstream.testing.Scenario;
import dev.chatstream.testing.ScriptedOllama;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Starts engines that are servers on loopback, or that don't start, as a test wants it.
final class FakeEngines implements Engine.Starter, AutoCloseable {

  private final List<Fake> all = new CopyOnWriteArrayList<>();
  private volatile Scenario answer = (request, reply) -> reply.error(500, "no script");
  private volatile EngineException failure;
  private volatile CountDownLatch starting;
  private volatile Runnable onStart = () -> {};
  private final CountDownLatch firstEnd = new CountDownLatch(1);

  /// One that runs, or ran.
  record Fake(int contextTokens, ScriptedOllama server, CountDownLatch ended, EngineListener listener) {

    boolean alive() {
      return ended.getCount() > 0;
    }

    void answers(Scenario scenario) {
      server.script("fast", scenario);
    }

    /// Ends by itself.
    void die(String sentence) {
      end();
      listener.failed(sentence);
    }

    private void end() {
      ended.countDown();
      server.close();
    }
  }

  /// In the order of their starts.
  List<Fake> all() {
    return all;
  }

  /// Those that start from now on answer like this.
  void nextAnswers(Scenario scenario) {
    answer = scenario;
  }

  /// The next ones don't start.
  void nextFails(EngineException why) {
    failure = why;
  }

  /// The next ones start until they are interrupted.
  ///
  /// @return opens when one has begun
  CountDownLatch nextHangs() {
    starting = new CountDownLatch(1);
    return starting;
  }

  /// The next ones start.
  void nextStarts() {
    failure = null;
    starting = null;
  }

  /// Blocks until one was ended by the program.
  void awaitFirstEnd() throws InterruptedException {
    firstEnd.await();
  }

  /// Done within the next starts, at their end.
  void onStart(Runnable what) {
    onStart = what;
  }

  @Override
  public Engine start(int contextTokens, EngineListener listener) throws EngineException, InterruptedException {
    listener.stage(new EngineStage.Checking());
    EngineException why = failure;
    if (why != null) {
      listener.failed(why.sentence());
      throw why;
    }
    CountDownLatch begun = starting;
    if (begun != null) {
      begun.countDown();
      new CountDownLatch(1).await();
    }
    Engine engine = up(contextTokens, listener);
    onStart.run();
    return engine;
  }

  /// One that is up at once, whatever the next ones are to do.
  Engine up(int contextTokens, EngineListener listener) {
    Fake fake = new Fake(contextTokens, ScriptedOllama.start(), new CountDownLatch(1), listener);
    fake.answers(answer);
    all.add(fake);
    return new Engine(talkingTo(fake), contextTokens, fake::alive, () -> {
      fake.end();
      firstEnd.countDown();
    });
  }

  private static ModelServer talkingTo(Fake fake) {
    try {
      return new OllamaChatModel(Endpoint.parse(fake.server().uri().toString()));
    } catch (ModelException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    all.forEach(Fake::end);
  }
}
