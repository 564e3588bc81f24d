package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.testing.disk.Call;
import dev.chatstream.testing.disk.WatchedDisk;
import dev.chatstream.testing.disk.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 3 where locks are worth nothing, as they can be on NFS: two machines get the lock of a list at once, and one
/// appends in the middle of the other's append. No byte is lost or glued, and doubled indices are told.
class LockForAllTest {

  @TempDir(factory = InMemory.class)
  Path folder;

  /// Calls somebody else at the n-th call.
  private static final class Meddling implements Watcher {
    private final int at;
    private final Runnable other;
    private int calls = -1;
    private boolean armed;

    Meddling(int at, Runnable other) {
      this.at = at;
      this.other = other;
    }

    @Override
    public boolean lockForAll() {
      return true;
    }

    @Override
    public void before(Call call) throws IOException {
      if (armed && ++calls == at) {
        other.run();
      }
    }
  }

  @Test
  void noByteIsLostOrGluedAndDoublesAreTold() throws Exception {
    int doubled = 0;
    int both = 0;
    for (int at = 0; at < 40; at++) {
      for (int count : new int[] {1, 3}) {
        Path home = folder.resolve("home" + at + "x" + count);
        Path theirs = WatchedDisk.folder(home, new Meddling(-1, () -> {}));
        Day other = new Day(theirs);
        other.lists.create("new", other.tasks("first", 2));
        Meddling meddling = new Meddling(at, () -> append(other, "theirs", 2));
        Day mine = new Day(WatchedDisk.folder(home, meddling));
        mine.lists.append("new", mine.tasks("before", 1));
        meddling.armed = true;
        List<String> expected = new ArrayList<>(List.of("first0", "first1", "before0"));
        boolean acknowledged = append(mine, "mine", count);
        meddling.armed = false;
        both += meddling.calls >= at ? 1 : 0;
        if (acknowledged) {
          mine.tasks("mine", count).forEach(task -> expected.add(task.content().split("\n")[0]));
        }
        if (meddling.calls >= at) {
          expected.addAll(List.of("theirs0", "theirs1"));
        }
        List<TaskRow> rows = rows(mine.lists);
        List<String> found = rows.stream().map(row -> row.cell("content").split("\n")[0]).toList();
        assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList(), "call " + at);
        doubled += told(new Day(home), rows, "call " + at);
      }
    }
    assertTrue(both > 40, "the other one appended in the middle");
    assertTrue(doubled > 0, "or the test proves nothing");
    Tally.note("locks granted twice", both, doubled + " times doubled indices, all told; 0 bytes lost");
  }

  private static boolean append(Day day, String name, int count) {
    try {
      return day.lists.append("new", day.tasks(name, count)).added() == count;
    } catch (StoreException refused) {
      return false;
    }
  }

  private static List<TaskRow> rows(TaskListStore lists) throws Exception {
    List<TaskRow> found = new ArrayList<>();
    try (TaskRows rows = lists.read("new")) {
      rows.forEachRemaining(found::add);
      assertEquals("", rows.problem());
    }
    return found;
  }

  private static int told(Day next, List<TaskRow> rows, String where) throws Exception {
    boolean doubled = rows.stream().map(TaskRow::index).distinct().count() < rows.size();
    if (doubled) {
      assertTrue(next.lists.list().getFirst().problem().contains("two rows with the index"), where);
      String told = next.lists.append("new", List.of(new NewTask(Role.USER, "next", "", ""))).told();
      assertTrue(told.contains("two rows with the index"), where + ": " + told);
    }
    return doubled ? 1 : 0;
  }
}
