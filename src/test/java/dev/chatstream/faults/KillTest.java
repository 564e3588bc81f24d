package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promises 1 to 3: processes that write to the same files are killed (SIGKILL) wherever they are. `faults/run kills`
/// for a longer run.
class KillTest {

  private static final int KILLS = Tally.trials("kills", 15);
  private static final int AT_ONCE = 5;

  /// Then a new data root is begun, as each check reads all of it.
  private static final int ROUNDS_OF_A_ROOT = 8;

  @TempDir(factory = InMemory.class)
  Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
    Random random = new Random(4);
    int rounds = (KILLS + AT_ONCE - 1) / AT_ONCE;
    long acknowledged = 0;
    Ledger ledger = null;
    Path home = null;
    for (int round = 0; round < rounds; round++) {
      if (round % ROUNDS_OF_A_ROOT == 0) {
        acknowledged += finished(ledger, home);
        home = folder.resolve("home" + round);
        ledger = Ledger.open(home);
      }
      int first = round;
      List<String> names = IntStream.range(0, AT_ONCE).mapToObj(i -> "w" + first + "x" + i).toList();
      Writers writers = Writers.start(home, names);
      writers.go();
      writers.kill(ledger, writers.await(1 + random.nextInt(60), random.nextInt(300_000)));
      ledger.check("round " + round);
    }
    acknowledged += finished(ledger, home);
    Tally.note("kill -9", (long) rounds * AT_ONCE, acknowledged + " acknowledged, 0 lost");
    assertTrue(acknowledged > rounds);
  }

  private static long finished(Ledger ledger, Path home) throws Exception {
    if (ledger == null) {
      return 0;
    }
    Copies.delete(home);
    return ledger.total();
  }
}
