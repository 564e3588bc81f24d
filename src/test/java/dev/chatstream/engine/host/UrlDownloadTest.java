package dev.chatstream.engine.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlDownloadTest {
  @TempDir
  Path folder;

  private final List<EngineStage> stages = new ArrayList<>();
  private FileServer server;
  private EngineCache cache;
  private long patientUntil = -1;
  private boolean impatient;
  private byte[] content;

  @BeforeEach
  void start() throws IOException {
    content = model(1);
    server = new FileServer(content);
    cache = new EngineCache(folder.resolve("cache"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] model(int seed) {
    byte[] bytes = new byte[300_000];
    new Random(seed).nextBytes(bytes);
    System.arraycopy("GGUF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
    return bytes;
  }

  private Path fetch(String sha256) throws EngineException, InterruptedException {
    EngineModel model = EngineModel.of(server.uri("m.gguf").toString(), sha256);
    Limits limits = new Limits(this::silence, Duration.ofHours(1));
    return new ModelFetcher(cache, stages::add, line -> {}, List.of(), limits).fetch(model);
  }

  /// Patience ends only when the bytes before the stall are here, so no slow machine changes what is tested.
  private Duration silence() {
    boolean waited = impatient || stages.stream().anyMatch(
        stage -> stage instanceof EngineStage.Downloading loading && loading.done() == patientUntil);
    return waited ? Duration.ofMillis(1) : Duration.ofHours(1);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(cache.folder())) {
      return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("fetch.lock")).sorted()
          .toList();
    }
  }

  @Test
  void downloadsChecksAndSettlesUnderItsName() throws Exception {
    Path file = fetch(Sha256.of(content));

    assertArrayEquals(content, Files.readAllBytes(file));
    assertEquals(List.of(file.getFileName().toString(), file.getFileName() + ".checked"), left());
    assertTrue(stages.contains(new EngineStage.Downloading(content.length, content.length, -1)));
  }

  @Test
  void aSecondFetchAsksNoServer() throws Exception {
    fetch("");
    fetch("");

    assertEquals(1, server.ranges.size());
  }

  @Test
  void goesOnWhereACutDownloadEnded() throws Exception {
    server.cuts = 2;

    Path file = fetch(Sha256.of(content));

    assertArrayEquals(content, Files.readAllBytes(file));
    assertEquals(List.of("null", "bytes=1000-", "bytes=2000-"), server.ranges);
  }

  @Test
  void aLaterStartGoesOnWithWhatAnEarlierOneLeft() throws Exception {
    server.cuts = 3;
    server.cutAfter = 0;
    assertThrows(EngineException.class, () -> fetch(""));
    server.cuts = 4;
    server.cutAfter = 500;
    server.knowsRanges = true;

    assertArrayEquals(content, Files.readAllBytes(fetch("")));
    assertTrue(server.ranges.contains("bytes=2000-"), server.ranges.toString());
  }

  @Test
  void startsAnewWhenTheServerHasAnotherFileByNow() throws Exception {
    server.cuts = 1;
    Path part = new EngineModel.Remote(server.uri("m.gguf"), "").path(cache);
    Files.createDirectories(cache.folder());
    Files.write(part.resolveSibling(part.getFileName() + ".part"), model(2));
    Files.writeString(part.resolveSibling(part.getFileName() + ".part.etag"), "\"old\"");

    assertArrayEquals(content, Files.readAllBytes(fetch(Sha256.of(content))));
  }

  @Test
  void startsAnewWhenTheServerIgnoresTheRange() throws Exception {
    server.cuts = 1;
    server.knowsRanges = false;

    assertArrayEquals(content, Files.readAllBytes(fetch(Sha256.of(content))));
    assertEquals(List.of("null", "bytes=1000-"), server.ranges);
  }

  @Test
  void aWrongChecksumLeavesNothing() throws IOException {
    EngineException refused = assertThrows(EngineException.class, () -> fetch("0".repeat(64)));

    assertTrue(refused.sentence().contains("SHA-256"));
    assertEquals(List.of(), left());
  }

  @Test
  void aPageInsteadOfAModelLeavesNothing() throws IOException {
    server.content = "<html>not here</html>".getBytes(StandardCharsets.US_ASCII);

    EngineException refused = assertThrows(EngineException.class, () -> fetch(""));

    assertTrue(refused.sentence().contains("no GGUF"));
    assertEquals(List.of(), left());
  }

  @Test
  void saysWhatTheServerSays() {
    server.status = 403;

    assertTrue(assertThrows(EngineException.class, () -> fetch("")).sentence().contains("403"));
  }

  @Test
  void aStalledDownloadIsSaidAndGoesOnAtTheNextStart() throws Exception {
    server.silentUntil = new CountDownLatch(1);
    patientUntil = server.cutAfter;

    EngineException stalled = assertThrows(EngineException.class, () -> fetch(""));

    assertTrue(stalled.sentence().startsWith("The model's download stalled: 127.0.0.1 sends nothing any more"));
    assertTrue(stalled.sentence().endsWith("What came is kept; the next start goes on."));
    patientUntil = -1;
    server.silentUntil.countDown();
    assertArrayEquals(content, Files.readAllBytes(fetch(Sha256.of(content))));
    assertEquals(List.of("null", "bytes=1000-"), server.ranges);
  }

  @Test
  void aServerThatTakesTheRequestAndSaysNothingIsSaid() {
    server.silentUntil = new CountDownLatch(1);
    server.silentFromTheStart = true;
    impatient = true;

    assertTrue(assertThrows(EngineException.class, () -> fetch("")).sentence().contains("no answer came"));
  }

  @Test
  void anInterruptEndsAStalledDownload() throws Exception {
    server.silentUntil = new CountDownLatch(1);
    AtomicReference<Exception> end = new AtomicReference<>();
    CountDownLatch began = new CountDownLatch(1);
    EngineModel model = EngineModel.of(server.uri("m.gguf").toString(), "");
    Thread fetcher = Thread.ofVirtual().start(() -> {
      try {
        ModelFetcher.fetch(model, cache, stage -> {
          if (stage instanceof EngineStage.Downloading) {
            began.countDown();
          }
        }, line -> {});
      } catch (EngineException | InterruptedException e) {
        end.set(e);
      }
    });
    began.await();
    fetcher.interrupt();
    fetcher.join();

    assertEquals(InterruptedException.class, end.get().getClass());
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();

    assertThrows(InterruptedException.class, () -> fetch(""));
    assertFalse(Thread.interrupted());
  }
}
