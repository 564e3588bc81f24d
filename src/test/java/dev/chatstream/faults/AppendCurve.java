package dev.chatstream.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.journal.Piece;
import dev.chatstream.store.journal.TurnJournal;
import dev.chatstream.store.list.TaskListStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an append costs while a list and a reply grow. Not one of the tests that always run: `faults/run append` writes
/// its table and its plot. The force is measured by itself, as it is the disk's own.
class AppendCurve {

  private static final int ROWS = Tally.trials("rows", 20_000);
  private static final int EACH = 400;
  private static final int WARM = 8;
  private static final int BATCH = 10_000;
  private static final String TEXT = "What should the release plan say about the machines that nobody uses? ".repeat(2);

  @TempDir
  Path folder;

  /// @param size rows or records that were there
  /// @param own the time beside the forces, in ns, sorted
  /// @param forces the time in them, in ns, sorted
  private record Point(long size, long[] own, long[] forces) {

    String row() {
      return String.format(
          Locale.ROOT, "| %,d | %.3f | %.3f | %.3f |%n", size, ms(own, 50), ms(own, 99), ms(forces, 50));
    }
  }

  private static double ms(long[] sorted, int percent) {
    return sorted[(sorted.length - 1) * percent / 100] / 1e6;
  }

  private interface Append {
    void run() throws Exception;
  }

  private static Point measure(long size, TimedOps ops, Append append) throws Exception {
    long[] own = new long[EACH];
    long[] forces = new long[EACH];
    for (int i = 0; i < EACH; i++) {
      ops.forceNanos = 0;
      long begin = System.nanoTime();
      append.run();
      own[i] = System.nanoTime() - begin - ops.forceNanos;
      forces[i] = ops.forceNanos;
    }
    Arrays.sort(own);
    Arrays.sort(forces);
    return new Point(size, own, forces);
  }

  private static List<Long> sizes() {
    List<Long> sizes = new ArrayList<>();
    for (int tenth = 0; tenth <= 10; tenth++) {
      sizes.add((long) ROWS * tenth / 10);
    }
    return sizes;
  }

  private int number;

  private List<NewTask> tasks(int count) {
    List<NewTask> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tasks.add(new NewTask(Role.USER, TEXT, "chat/" + number++, ""));
    }
    return tasks;
  }

  @Test
  void listsAndReplies() throws Exception {
    List<Point> lists = lists();
    List<Point> replies = replies();
    String table = "Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
        + EACH + " appends at each size, one row or record each; ms\n\n"
        + table("rows of the list", lists) + "\n" + table("records of the reply", replies);
    Path out = Path.of(System.getProperty("faults.curve", folder.toString()));
    Files.writeString(out.resolve("append.md"), table);
    Files.writeString(out.resolve("append.svg"), CurvePlot.svg(
        ROWS, List.of("a row to a list", "a record to a reply"),
        List.of(p50(lists), p50(replies))));
    assertEquals(sizes().size(), lists.size());
  }

  private static double[] p50(List<Point> points) {
    return points.stream().mapToDouble(point -> ms(point.own, 50)).toArray();
  }

  private static String table(String what, List<Point> points) {
    StringBuilder table = new StringBuilder(
        "| " + what + " | p50 beside the force | p99 | the force, p50 |\n|---:|---:|---:|---:|\n");
    points.forEach(point -> table.append(point.row()));
    return table.toString();
  }

  private List<Point> lists() throws Exception {
    TimedOps ops = new TimedOps();
    TaskListStore store = new TaskListStore(DataRoot.open(folder.resolve("lists")), InstantSource.system(), ops);
    store.create("warm", List.of());
    store.create("grows", List.of());
    for (int i = 0; i < WARM; i++) {
      measure(0, ops, () -> store.append("warm", tasks(1)));
    }
    List<Point> points = new ArrayList<>();
    long rows = 0;
    for (long size : sizes()) {
      while (rows < size) {
        int more = (int) Math.min(BATCH, size - rows);
        rows += store.append("grows", tasks(more)).added();
      }
      points.add(measure(rows, ops, () -> store.append("grows", tasks(1))));
      rows += EACH;
    }
    return points;
  }

  private List<Point> replies() throws Exception {
    TimedOps ops = new TimedOps();
    Day day = new Day(folder.resolve("replies"));
    day.ask("why?");
    TurnJournal journal = TurnJournal.begin(day.root, ops, Instant::now, day.asked);
    List<Piece> one = List.of(new Piece(TEXT, false, 20));
    measure(0, ops, () -> journal.came(one));
    List<Point> points = new ArrayList<>();
    long records = EACH;
    for (long size : sizes()) {
      while (records < size / 10) {
        int more = (int) Math.min(1000, size / 10 - records);
        journal.came(Collections.nCopies(more, one.getFirst()));
        records += more;
      }
      points.add(measure(records, ops, () -> journal.came(one)));
      records += EACH;
    }
    journal.delete();
    return points;
  }
}
