package dev.chatstream.engine.host;

import dev.chatstream.core.event.EngineStage;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One start of the engine, stage by stage.
final class EngineStart {
  private static final String PORT = "port ";
  private static final String FAILED = "failed ";
  private static final long TELL_MILLIS = 250;
  /// A child that is killed while it loads its library leaves the folder behind.
  private static final String LIBRARY_FOLDERS = "library-";
  private static final Duration LIBRARY_AGE = Duration.ofHours(1);

  private final EngineOptions options;
  private final EngineListener listener;
  private final BlockingQueue<String> firstLine = new LinkedBlockingQueue<>();
  private long loadingSince;

  EngineStart(EngineOptions options, EngineListener listener) {
    this.options = options;
    this.listener = listener;
  }

  EngineProcess run() throws EngineException, InterruptedException {
    try {
      Path file = ModelFetcher.fetch(options.model(), options.cache(), listener::stage, listener::line);
      return launch(file);
    } catch (IOException e) {
      Digests.stopIfInterrupted();
      throw told(new EngineException("The engine can't start: " + e.getMessage() + ".", e));
    } catch (EngineException e) {
      throw told(e);
    }
  }

  private EngineException told(EngineException e) {
    listener.failed(e.sentence());
    return e;
  }

  private EngineProcess launch(Path file) throws IOException, EngineException, InterruptedException {
    loadingSince = System.nanoTime();
    tellLoading();
    Folders.removeOld(options.cache().folder(), LIBRARY_FOLDERS, LIBRARY_AGE);
    int threads = new ThreadChoice(options.cache(), listener::line, this::tellLoading).of(file);
    Process child = ChildCommand.of(List.of(file.toString(), options.model().name(),
        options.cache().folder().toString(), Integer.toString(options.contextTokens()),
        Integer.toString(threads))).start();
    EngineProcess engine = new EngineProcess(child, options.model());
    try {
      engine.handSecretOver();
      // Platform threads: a virtual one that reads a pipe holds its carrier, and on two cores there are only two.
      Thread.ofPlatform().daemon().name("engine-out").start(() -> readOutput(engine));
      Thread.ofPlatform().daemon().name("engine-err").start(() -> readErrors(engine));
      engine.answersAt(awaitPort());
    } catch (IOException | EngineException | InterruptedException e) {
      engine.close();
      throw e;
    }
    Thread.ofVirtual().name("engine-watch").start(() -> watch(engine));
    return engine;
  }

  private URI awaitPort() throws InterruptedException, EngineException {
    String line = firstLine.poll(TELL_MILLIS, TimeUnit.MILLISECONDS);
    while (line == null) {
      tellLoading();
      line = firstLine.poll(TELL_MILLIS, TimeUnit.MILLISECONDS);
    }
    if (line.startsWith(PORT)) {
      return URI.create("http://127.0.0.1:" + line.substring(PORT.length()));
    }
    throw new EngineException(line.startsWith(FAILED)
        ? line.substring(FAILED.length())
        : "The engine ended while it was loading. The log has its last words.");
  }

  private void tellLoading() {
    listener.stage(new EngineStage.Loading(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - loadingSince)));
  }

  private void readOutput(EngineProcess engine) {
    try (BufferedReader reader = engine.output()) {
      String first = reader.readLine();
      firstLine.add(first == null ? "" : first);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        listener.line(line);
      }
    } catch (IOException e) {
      firstLine.add("");
      listener.line("engine: its output ended: " + e.getMessage());
    }
  }

  private void readErrors(EngineProcess engine) {
    try (BufferedReader reader = engine.errors()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        listener.line(line);
      }
    } catch (IOException e) {
      listener.line("engine: its error output ended: " + e.getMessage());
    }
  }

  private void watch(EngineProcess engine) {
    try {
      int code = engine.awaitExit();
      if (!engine.wasClosed()) {
        listener.failed("The engine ended by itself (code " + code + "). Start it again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
