package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promises 1 to 3 on a real file system whose power is cut: ext4 in a file, shut down without flushing its journal while
/// processes write, mounted again, checked. Needs the right to mount and python3; `faults/run loop`.
class LoopCutTest {

  private static final int CUTS = Tally.trials("loop", 0);
  private static final int AT_ONCE = 2;
  private static final int CUTS_OF_A_ROOT = 12;

  /// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: what is not on the disk by now never gets there.
  private static final String SHUTDOWN = """
      import fcntl, os, struct, sys
      fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587d, struct.pack('I', 2))
      """;

  @TempDir
  Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterAPowerCut() throws Exception {
    assumeTrue(CUTS > 0, "asked for by faults/run");
    Path image = folder.resolve("disk.img");
    Path mount = Files.createDirectory(folder.resolve("disk"));
    run("truncate", "-s", "256M", image.toString());
    run("mkfs.ext4", "-q", image.toString());
    run("mount", "-o", "loop", image.toString(), mount.toString());
    long acknowledged;
    try {
      acknowledged = cuts(image, mount);
    } finally {
      run("umount", mount.toString());
    }
    Tally.note("power cuts, ext4 on a loop device", CUTS, acknowledged + " acknowledged, 0 lost");
    assertTrue(acknowledged > CUTS);
  }

  private static long cuts(Path image, Path mount) throws Exception {
    Random random = new Random(5);
    long acknowledged = 0;
    Ledger ledger = null;
    for (int cut = 0; cut < CUTS; cut++) {
      Path home = mount.resolve("home" + cut / CUTS_OF_A_ROOT);
      if (cut % CUTS_OF_A_ROOT == 0) {
        acknowledged += ledger == null ? 0 : ledger.total();
        ledger = Ledger.open(home);
        run("sync", "-f", mount.toString());
      }
      int number = cut;
      List<String> names = IntStream.range(0, AT_ONCE).mapToObj(i -> "w" + number + "x" + i).toList();
      Writers writers = Writers.start(home, names);
      writers.go();
      List<String> said = writers.await(1 + random.nextInt(60), random.nextInt(300_000));
      writers.stop();
      run("python3", "-c", SHUTDOWN, mount.toString());
      writers.kill(ledger, said);
      run("umount", mount.toString());
      run("mount", "-o", "loop", image.toString(), mount.toString());
      ledger.check("cut " + cut);
    }
    return acknowledged + (ledger == null ? 0 : ledger.total());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), () -> String.join(" ", command));
  }
}
