package dev.chatstream.store.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.watch.FolderSize;
import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.core.watch.Timing;
import dev.chatstream.core.watch.TimingFigures;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatsFileTest {

  private static final Instant BEGUN = Instant.parse("2026-11-23T14:03:00Z");

  @TempDir
  private Path home;
  private DataRoot root;

  @BeforeEach
  void open() throws StoreException {
    root = DataRoot.open(home);
  }

  private Path file() {
    return home.resolve(".store/stats.json");
  }

  private static RunFigures run(long count) {
    return new RunFigures(BEGUN, BEGUN.plusSeconds(9), List.of(
        new TimingFigures(Timing.FSYNC, count, 840_000, 4_100_000, 12_000_000, List.of()),
        new TimingFigures(Timing.JOURNAL_LAG, 2, 95_000_000, 99_000_000, 99_000_000, List.of())));
  }

  @Test
  void whatARunMeasuredIsReadAgain() throws StoreException {
    assertEquals(List.of(), new StatsFile(root).read());
    new StatsFile(root).add(run(3));
    assertEquals(List.of(run(3)), new StatsFile(root).read());
  }

  @Test
  void onlyTheLastRunsAreKept() throws StoreException {
    for (int i = 0; i <= StatsFile.MOST_RUNS; i++) {
      new StatsFile(root).add(run(i));
    }
    List<RunFigures> kept = new StatsFile(root).read();
    assertEquals(StatsFile.MOST_RUNS, kept.size());
    assertEquals(run(1), kept.getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "{", "[]", "nonsense", "{\"runs\":[", "{\"runs\":[{\"begun\":7}]}", "{\"runs\":[{\"timings\":[]}]}",
    "{\"runs\":[{\"timings\":{\"fsync\":{\"count\":1e99999}}}]}x"})
  void aBrokenFileCountsAsEmptyAndIsMadeAnew(String text) throws IOException, StoreException {
    Files.writeString(file(), text);
    assertEquals(List.of(), new StatsFile(root).read());
    new StatsFile(root).add(run(1));
    assertEquals(List.of(run(1)), new StatsFile(root).read());
  }

  @Test
  void namesOfLaterVersionsArePassedOver() throws IOException {
    Files.writeString(file(), "{\"schema\":9,\"new\":{\"a\":[1]},\"runs\":[{\"host\":{},\"begun\":\"" + BEGUN
        + "\",\"ended\":\"" + BEGUN + "\",\"timings\":{\"rename\":{\"count\":1},"
        + "\"append\":{\"count\":4,\"p50_us\":1,\"p99_us\":2,\"max_us\":3,\"mean\":2.5}}}]}");
    TimingFigures append = new TimingFigures(Timing.APPEND, 4, 1_000, 2_000, 3_000, List.of());
    assertEquals(List.of(new RunFigures(BEGUN, BEGUN, List.of(append))), new StatsFile(root).read());
  }

  @Test
  void foldersAreCountedWithoutFollowingLinks() throws IOException {
    Files.writeString(home.resolve("chats/a.json"), "12345");
    Files.createLink(home.resolve(".store/backups/a.json"), home.resolve("chats/a.json"));
    Files.createLink(home.resolve(".store/backups/b.json"), home.resolve("chats/a.json"));
    Files.createSymbolicLink(home.resolve("chats/link.json"), home.resolve("chats/a.json"));
    List<FolderSize> sizes = FolderSizes.of(root);
    assertEquals(new FolderSize("chats", 1, 5), sizes.getFirst());
    assertTrue(sizes.contains(new FolderSize(".store/backups", 1, 5)), "hard links count once: " + sizes);
  }
}
