package dev.chatstream.engine.host;

import dev.chatstream.core.file.OwnerOnly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// How many threads generate: more isn't always faster, so a short trial in a process of its own finds out once for
/// each machine and model, and the cache folder remembers.
final class ThreadChoice {
  private static final String PREFIX = "threads=";
  private static final long TELL_MILLIS = 250;

  private final Path file;
  private final Consumer<String> lines;
  private final Runnable waiting;

  /// @param lines hears what the trial prints
  /// @param waiting called a few times a second while the trial runs
  ThreadChoice(EngineCache cache, Consumer<String> lines, Runnable waiting) {
    this.file = cache.folder().resolve("engine.properties");
    this.lines = lines;
    this.waiting = waiting;
  }

  /// The remembered number, or the trial's. A failed trial costs nothing but speed: then it is 1, and not remembered.
  int of(Path model) throws IOException, InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    if (cores == 1) {
      return 1;
    }
    String key = "threads." + cores + "." + model.getFileName() + "." + Files.size(model);
    Properties known = load();
    int threads = number(known.getProperty(key, ""), cores);
    if (threads > 0) {
      return threads;
    }
    threads = number(trial(model, cores), cores);
    if (threads > 0) {
      known.setProperty(key, Integer.toString(threads));
      store(known);
    }
    return Math.max(1, threads);
  }

  /// The output is read on a thread of its own: waiting for the process can be interrupted, reading a pipe can't.
  private String trial(Path model, int cores) throws IOException, InterruptedException {
    ProcessBuilder builder = ChildCommand.of(
        List.of("--trial", model.toString(), file.getParent().toString(), Integer.toString(cores)));
    Process child = builder.redirectErrorStream(true).start();
    AtomicReference<String> found = new AtomicReference<>("");
    try {
      Thread reader = Thread.ofPlatform().daemon().name("engine-trial").start(() -> read(child, found));
      while (!child.waitFor(TELL_MILLIS, TimeUnit.MILLISECONDS)) {
        waiting.run();
      }
      reader.join();
    } finally {
      child.destroyForcibly();
    }
    return found.get();
  }

  private void read(Process child, AtomicReference<String> found) {
    try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
        if (line.startsWith(PREFIX)) {
          found.set(line.substring(PREFIX.length()));
        }
      }
    } catch (IOException e) {
      lines.accept("engine: the trial's output ended early: " + e.getMessage());
    }
  }

  private static int number(String text, int cores) {
    return text.matches("\\d{1,4}") && Integer.parseInt(text) <= cores ? Integer.parseInt(text) : 0;
  }

  private Properties load() throws IOException {
    Properties known = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      }
    }
    return known;
  }

  private void store(Properties known) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      known.store(writer, "The number of threads that generated fastest, by cores, model file and size");
    }
    OwnerOnly.file(file);
  }
}
