package dev.chatstream.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.EngineStage;
import dev.chatstream.core.file.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineModelTest {
  @TempDir
  Path folder;

  private static EngineCache cache() {
    return EngineCache.of(Map.of("XDG_CACHE_HOME", "/c"));
  }

  @Test
  void theCacheFollowsXdgAndIgnoresARelativeOne() {
    Path usual = Path.of(System.getProperty("user.home"), ".cache", "async-chat-stream");

    assertEquals(Path.of("/c/async-chat-stream"), cache().folder());
    assertEquals(usual, EngineCache.of(Map.of("XDG_CACHE_HOME", "c")).folder());
    assertEquals(usual, EngineCache.of(Map.of()).folder());
  }

  @Test
  void aFileIsServedWhereItStands() throws EngineException {
    EngineModel model = EngineModel.of("/m/My Model.Q8_0.GGUF", null);

    assertEquals(Path.of("/m/My Model.Q8_0.GGUF"), model.path(cache()));
    assertEquals("my_model.q8_0", model.name());
    assertEquals(0, model.downloadBytes());
  }

  @Test
  void noUrlLeavesTheCacheFolderAndTwoNeverShareAFile() throws EngineException {
    Path one = EngineModel.of("https://h/a/..%2f..%2fx.gguf", "").path(cache());
    Path two = EngineModel.of("https://h/b/..%2f..%2fx.gguf", "").path(cache());

    assertEquals(cache().folder(), one.normalize().getParent());
    assertNotEquals(one, two);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/x.gguf", "http://", "http:///x", "https://a b/x"})
  void refusesWhatIsNoModel(String text) {
    assertThrows(EngineException.class, () -> EngineModel.of(text, ""));
  }

  @Test
  void refusesAChecksumThatIsNone() {
    assertThrows(EngineException.class, () -> EngineModel.of("/x", "abc"));
  }

  @Test
  void aLocalFileIsCheckedNotFetched() throws Exception {
    Path file = Files.writeString(folder.resolve("m.gguf"), "GGUF and more");
    EngineCache cache = new EngineCache(folder.resolve("cache"));
    EngineModel right = EngineModel.of(file.toString(), Sha256.of(Files.readAllBytes(file)));
    EngineModel wrong = EngineModel.of(file.toString(), "1".repeat(64));
    EngineModel none = EngineModel.of(folder.resolve("none").toString(), "");

    assertEquals(file, ModelFetcher.fetch(right, cache, stage -> {}, line -> {}));
    assertThrows(EngineException.class, () -> ModelFetcher.fetch(wrong, cache, stage -> {}, line -> {}));
    assertThrows(EngineException.class, () -> ModelFetcher.fetch(none, cache, stage -> {}, line -> {}));
  }

  @Test
  void aChangedFileIsReadAgain() throws Exception {
    Path file = Files.writeString(folder.resolve("m"), "one");
    String sha256 = Sha256.of(Files.readAllBytes(file));
    CheckedFile.note(file, sha256);
    Files.writeString(file, "two!");

    assertTrue(!CheckedFile.holds(file, sha256));
  }

  @Test
  void theTimeLeftFollowsThePace() {
    long[] now = {0};
    Pace pace = new Pace(100, () -> now[0]);

    assertEquals(new EngineStage.Downloading(150, 1_100, -1), pace.at(150, 1_100));
    now[0] = 2_000_000_000L;
    assertEquals(new EngineStage.Downloading(300, 1_100, 8), pace.at(300, 1_100));
    assertEquals(new EngineStage.Downloading(300, -1, -1), pace.at(300, -1));
  }
}
