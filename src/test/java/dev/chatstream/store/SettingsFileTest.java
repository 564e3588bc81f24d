package dev.chatstream.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  private static final int ROUNDS = 20;

  @TempDir
  private Path home;

  @Test
  void twoWindowsThatSetDifferentThingsAtOnceBothHaveTheirWay() throws Exception {
    DataRoot root = DataRoot.open(home);
    Path file = root.internal().resolve(SettingsFile.NAME);
    Files.writeString(file, "# by hand\nother = kept\n");
    AtomicReference<Exception> failure = new AtomicReference<>();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> windows = new ArrayList<>();
    List<Preference> numbers = List.of(
        Preference.STALL_SECONDS, Preference.BACKUP_KEEP, Preference.BACKUP_DAYS, Preference.TRASH_DAYS);
    for (Preference number : numbers) {
      windows.add(Thread.ofPlatform().start(() -> {
        try {
          start.await();
          for (int round = 1; round <= ROUNDS; round++) {
            new SettingsFile(root).set(number, String.valueOf(round));
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
    Preferences read = new SettingsFile(root).read();
    numbers.forEach(number -> assertEquals(ROUNDS, read.number(number)));
    assertEquals(List.of("# by hand", "other = kept"), Files.readAllLines(file).subList(0, 2));
  }

  @Test
  void theFirstFileIsWrittenForAPersonAndReadsAsItWasSet() throws Exception {
    DataRoot root = DataRoot.open(home);
    new SettingsFile(root).set(Preference.WIDEST_TEXT, "120");
    Preferences read = new SettingsFile(root).read();
    assertEquals(120, read.number(Preference.WIDEST_TEXT));
    assertEquals(List.of(), read.problems());
    List<String> lines = Files.readAllLines(root.internal().resolve(SettingsFile.NAME));
    assertEquals(1, lines.stream().filter(line -> line.equals("widest_text = 120")).count());
    assertEquals(1, lines.stream().filter(line -> line.equals("#stall_seconds = 30")).count());
  }
}
