package dev.chatstream.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.watch.Timing;
import dev.chatstream.core.watch.TimingFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingsTest {

  private final Timings timings = new Timings();

  private TimingFigures fsync() {
    return timings.figures().get(Timing.FSYNC.ordinal());
  }

  @Test
  void nothingRecordedIsNothing() {
    assertEquals(new TimingFigures(Timing.FSYNC, 0, 0, 0, 0, List.of()), fsync());
    assertEquals(0, timings.changes());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 15, 16, 17, 999, 1_000_000, 123_456_789, 5_000_000_000L, Long.MAX_VALUE, -1})
  void anyTimeHasABucketThatIsNearIt(long nanos) {
    timings.record(Timing.FSYNC, nanos);
    long expected = Math.clamp(nanos, 0, (1L << 41) - 1);
    assertEquals(expected, fsync().median(), expected * 0.04);
  }

  @Test
  void percentilesAreRightToFourPercent() {
    Random random = new Random(1);
    long[] all = random.doubles(10_000).mapToLong(x -> (long) (Math.exp(x * 15) * 100)).toArray();
    Arrays.stream(all).forEach(time -> timings.record(Timing.FSYNC, time));
    Arrays.sort(all);
    assertEquals(10_000, fsync().count());
    assertEquals(all[4_999], fsync().median(), all[4_999] * 0.04);
    assertEquals(all[9_899], fsync().p99(), all[9_899] * 0.04);
    assertEquals(all[9_999], fsync().longest());
  }

  @Test
  void aPercentileIsNeverBeyondTheLongest() {
    timings.record(Timing.FSYNC, 1_000_000);
    assertTrue(fsync().p99() <= fsync().longest());
  }

  @Test
  void theLastOnesAreKeptInOrder() {
    List<Long> last = new ArrayList<>();
    for (long i = 0; i < Timings.RECENT + 10; i++) {
      timings.record(Timing.FSYNC, i);
      last.add(i);
    }
    assertEquals(last.subList(10, last.size()), fsync().recent());
  }

  @Test
  void kindsAreKeptApart() {
    timings.record(Timing.APPEND, 5);
    assertEquals(0, fsync().count());
    assertEquals(1, timings.figures().get(Timing.APPEND.ordinal()).count());
  }

  @Test
  void aReaderSleepsUntilSomethingIsRecorded() throws InterruptedException {
    CountDownLatch woke = new CountDownLatch(1);
    Thread reader = Thread.ofVirtual().start(() -> {
      try {
        timings.awaitChange(0, TimeUnit.MINUTES.toNanos(5));
        woke.countDown();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    timings.record(Timing.FSYNC, 1);
    assertTrue(woke.await(1, TimeUnit.MINUTES));
    reader.join();
  }

  @Test
  void aReaderWaitsNoLongerThanItWants() throws InterruptedException {
    timings.awaitChange(0, 1);
    assertEquals(0, timings.changes());
  }

  @Test
  void theStoresOwnWritesAreTimed(@TempDir Path folder) throws Exception {
    long[] counts = counts();
    new AtomicFile(FileOps.DISK).replace(folder.resolve("a"), out -> out.write(1));
    appendTo(folder.resolve("a"));
    long[] after = counts();
    // At least: a thread that an earlier test left may write, too.
    assertTrue(after[Timing.FSYNC.ordinal()] >= counts[Timing.FSYNC.ordinal()] + 3, "file, folder, rows");
    assertTrue(after[Timing.REPLACE.ordinal()] > counts[Timing.REPLACE.ordinal()]);
    assertTrue(after[Timing.APPEND.ordinal()] > counts[Timing.APPEND.ordinal()]);
  }

  private static void appendTo(Path file) throws IOException {
    new AppendFile(FileOps.DISK).append(file, Files.size(file), new byte[] {2});
  }

  private static long[] counts() {
    return Timings.PROCESS.figures().stream().mapToLong(TimingFigures::count).toArray();
  }
}
