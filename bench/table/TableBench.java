package dev.chatstream.bench;

import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TableView;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.ListSession;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// The table of a long list: what opening it, turning its pages, changing, filtering and sorting it take, and how much
/// memory the process needs for it.
public final class TableBench {

  private static final int LINES = 100;
  private static final int PAGES = 5_000;
  private static final int EDITS = 500;
  private static final BooleanSupplier WANTED = () -> true;

  private TableBench() {}

  private interface Work {
    void run() throws Exception;
  }

  /// @param arguments a folder, `make` or `measure`, and how many rows
  public static void main(String[] arguments) throws Exception {
    DataRoot root = DataRoot.open(Path.of(arguments[0]));
    int rows = Integer.parseInt(arguments[2]);
    if (arguments[1].equals("make")) {
      make(root.taskLists().resolve("long.csv"), rows);
      return;
    }
    System.out.println("| what | |\n|---|---:|");
    System.out.printf("| rows | %,d (%,d MB) |%n", rows,
        Files.size(root.taskLists().resolve("long.csv")) / 1_000_000);
    measure(root, rows);
  }

  private static void memory(String when) throws Exception {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM")) {
        System.out.printf("| memory of the process so far, %s | %d MB |%n", when,
            Long.parseLong(line.replaceAll("\\D", "")) / 1024);
      }
    }
  }

  private static void measure(DataRoot root, int rows) throws Exception {
    long begun = System.nanoTime();
    ListSession table = ListSession.open(root, FileOps.DISK, InstantSource.system(), "long.csv");
    table.step();
    table.page(0, LINES);
    told("open, to the first page", begun);
    while (table.step()) {
      // To its end.
    }
    told("open, to the last row", begun);
    Random random = new Random(1);
    long[] pages = new long[PAGES];
    for (int i = 0; i < PAGES; i++) {
      int from = random.nextInt(rows - LINES);
      pages[i] = time(() -> table.page(from, LINES));
    }
    spread("a page of " + LINES + " lines", pages);
    long[] edits = new long[EDITS];
    for (int i = 0; i < EDITS; i++) {
      int ref = table.page(random.nextInt(rows), 1).rows().getFirst().ref();
      edits[i] = time(() -> table.edit(new TableEdit.NextStatus(), ref));
    }
    spread("a change, forced to the journal", edits);
    told("all changes into the file", table::fold);
    memory("opened, paged through, changed");
    told("filter by words, all rows read", () -> table.show(TableView.ALL.filtered("\"7 of the\""), WANTED));
    told("filter by status", () -> table.show(TableView.ALL.filtered("status:open"), WANTED));
    told("sort by number, largest first", () -> table.show(TableView.ALL.sorted("index", true), WANTED));
    told("group by priority", () -> table.show(TableView.ALL.grouped("priority"), WANTED));
    memory("filtered, sorted, grouped");
    told("undo", table::undo);
    told("close, with the undo into the file", table::close);
  }

  private static long time(Work work) throws Exception {
    long begun = System.nanoTime();
    work.run();
    return System.nanoTime() - begun;
  }

  private static void told(String what, Work work) throws Exception {
    told(what, System.nanoTime(), work);
  }

  private static void told(String what, long begun, Work work) throws Exception {
    work.run();
    told(what, begun);
  }

  private static void told(String what, long begun) {
    System.out.printf("| %s | %.0f ms |%n", what, (System.nanoTime() - begun) / 1e6);
  }

  private static void spread(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf("| %s, p50 / p99 / most | %.2f / %.2f / %.1f ms |%n", what, nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6, nanos[nanos.length - 1] / 1e6);
  }

  private static void make(Path file, int rows) throws Exception {
    String[] status = {"todo", "doing", "done", "failed"};
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("\"index\",\"id\",\"created\",\"updated\",\"role\",\"content\",\"status\",\"priority\",\"tags\","
          + "\"category\",\"due\",\"source\",\"model\",\"result\"\n");
      for (int i = 1; i <= rows; i++) {
        out.write("\"" + i + "\",\"01900000-0000-7000-8000-" + String.format("%012x", i)
            + "\",\"2026-11-23T10:15:30Z\",\"\",\"user\",\"Translate sentence " + i * 7919L % 1_000_003
            + " of the manual\",\"" + status[i % 4] + "\",\"" + "ABC".charAt(i % 3) + "\",\"t" + i % 17
            + " x\",\"\",\"\",\"\",\"\",\"\"\n");
      }
    }
  }
}
