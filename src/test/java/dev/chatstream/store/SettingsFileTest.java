package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  private static final int ROUNDS = 40;

  @TempDir
  private Path home;

  @Test
  void twoWindowsThatSetDifferentThingsAtOnceBothHaveTheirWay() throws Exception {
    DataRoot root = DataRoot.open(home);
    Files.writeString(root.internal().resolve("settings.properties"), "# by hand\nother = kept\n");
    AtomicReference<Exception> failure = new AtomicReference<>();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> windows = new ArrayList<>();
    for (int window = 0; window < 4; window++) {
      String name = "setting-" + window + "-";
      windows.add(Thread.ofPlatform().start(() -> {
        try {
          start.await();
          for (int round = 0; round < ROUNDS; round++) {
            new SettingsFile(root).set(name + round, String.valueOf(round));
          }
        } catch (Exception e) {
          failure.set(e);
        }
      }));
    }
    start.countDown();
    for (Thread window : windows) {
      window.join();
    }
    assertEquals(null, failure.get());
    SettingsFile read = new SettingsFile(root);
    for (int window = 0; window < 4; window++) {
      for (int round = 0; round < ROUNDS; round++) {
        assertEquals(Optional.of(String.valueOf(round)), read.get("setting-" + window + "-" + round));
      }
    }
    assertEquals(Optional.of("kept"), read.get("other"));
    assertEquals("# by hand", Files.readAllLines(root.internal().resolve("settings.properties")).getFirst());
  }
}
