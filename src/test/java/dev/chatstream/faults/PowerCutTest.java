package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.ListAppend;
import dev.chatstream.testing.disk.Call;
import dev.chatstream.testing.disk.WatchedDisk;
import dev.chatstream.testing.disk.Watcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promises 1 to 4: the power is cut after each call of each deed, and the disk keeps as little and as much of what was
/// not forced as it may. All that was acknowledged is there, the rest whole or not at all, and the store goes on.
class PowerCutTest {

  private static final int CUTS = Tally.trials("cuts", 300);

  @TempDir(factory = InMemory.class)
  Path folder;

  private int cuts;
  private int refused;

  @Test
  void whatWasAcknowledgedIsThereAfterAnyCut() throws Exception {
    List<Deed> deeds = Deed.all();
    Random random = new Random(8);
    for (Deed deed : deeds) {
      Recorder recorder = new Recorder();
      Path home = folder.resolve("home");
      Day day = new Day(WatchedDisk.folder(home, recorder));
      deed.before().run(day);
      CutDisk start = CutDisk.of(home);
      View before = View.ofCopy(home, spare());
      int from = recorder.calls().size();
      List<Call> opened = List.copyOf(recorder.calls());
      deed.act().run(day);
      View after = View.ofCopy(home, spare());
      List<Call> calls = recorder.calls().subList(from, recorder.calls().size());
      start.keepOpen(opened);
      cutsOf(deed, start, calls, new View[] {before, after}, random, CUTS / deeds.size() + 1);
      Copies.delete(home);
    }
    Tally.note("power cuts, on a recorded disk", cuts, "0 lost; " + refused + " lists opened to be read only");
    assertTrue(cuts > deeds.size());
  }

  private void cutsOf(Deed deed, CutDisk disk, List<Call> calls, View[] views, Random random, int most)
      throws Exception {
    int fates = CutDisk.Fate.values().length;
    int whole = (calls.size() + 1) * fates;
    int each = Math.max(1, most / (calls.size() + 1) - fates + 1);
    int stride = Math.max(1, whole / most);
    for (int done = 0; done <= calls.size(); done++) {
      for (CutDisk.Fate fate : CutDisk.Fate.values()) {
        boolean chosen = (done * fates + fate.ordinal()) % stride == 0;
        int times = !chosen ? 0 : fate == CutDisk.Fate.CHANCE ? each : 1;
        for (int i = 0; i < times; i++) {
          String where = deed + ", cut before call " + done + " of " + calls.size() + ", " + fate;
          one(disk, fate, random, views, done == calls.size(),
              where + (done == 0 ? "" : " after " + calls.get(done - 1)));
        }
      }
      if (done < calls.size()) {
        disk.apply(calls.get(done));
      }
    }
  }

  private void one(CutDisk disk, CutDisk.Fate fate, Random random, View[] views, boolean acknowledged, String where)
      throws Exception {
    Path left = spare();
    disk.write(left, folder.resolve("home"), fate, random);
    otherBoot(left.resolve(".store/idx"));
    try {
      Path quick = WatchedDisk.folder(left, new Watcher() {});
      View now = View.of(quick);
      if (acknowledged) {
        now.requireAfter(views[0], views[1], where);
      } else {
        now.requireBetween(views[0], views[1], where);
      }
      goOn(quick, where);
    } catch (StoreException e) {
      fail(where, e);
    }
    Copies.delete(left);
    cuts++;
  }

  /// The next try works, or is refused with the list left as it is; and nothing is there twice.
  private void goOn(Path left, String where) throws Exception {
    Day next = new Day(left);
    if (!Files.exists(next.root.taskLists().resolve("new.csv"))) {
      return;
    }
    String before = View.rows(next.lists, "new.csv");
    long last = before.isEmpty() ? 0 : Long.parseLong(before.substring(before.lastIndexOf('|') + 1).split(" ", 2)[0]);
    try {
      ListAppend done = next.lists.append("new", next.tasks("next", 2));
      assertEquals(last + 1, done.first(), where);
      assertEquals(0, next.lists.append("new", next.tasks("next", 2)).added(), where);
      assertTrue(View.rows(next.lists, "new.csv").startsWith(before), where);
    } catch (StoreException e) {
      assertTrue(e.failure() instanceof StoreFailure.Unreadable, where + ": " + e.getMessage());
      refused++;
    }
  }

  private Path spare() {
    return folder.resolve("spare" + spares++);
  }

  private int spares;

  /// After a cut the machine starts anew, and what an index file says of its boot is of another one.
  private static void otherBoot(Path folder) throws IOException {
    for (Path file : Copies.tree(folder)) {
      byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      if (bytes.length >= 64 && ByteBuffer.wrap(bytes).getInt(60) == crc(bytes)) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        header.putInt(8, header.getInt(8) ^ 1);
        header.putInt(60, crc(bytes));
        Files.write(file, bytes);
      }
    }
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, 60);
    return (int) crc.getValue();
  }

  /// The disk has to be able to lose something, or the test proves nothing.
  @Test
  void aFileThatWasNotForcedCanBeLost() throws Exception {
    Recorder recorder = new Recorder();
    Path home = Files.createDirectory(folder.resolve("home"));
    CutDisk disk = CutDisk.of(home);
    Files.writeString(WatchedDisk.folder(home, recorder).resolve("a"), "text");
    recorder.calls().forEach(disk::apply);
    List<String> found = new ArrayList<>();
    for (CutDisk.Fate fate : CutDisk.Fate.values()) {
      Path left = spare();
      disk.write(left, home, fate, new Random(1));
      Path file = left.resolve("a");
      found.add(Files.exists(file) ? Files.readString(file) : "none");
    }
    assertEquals(List.of("none", "text", "\0\0\0\0", "none", ""), found.subList(0, 5));
    assertEquals(2, disk.pending());
  }
}
