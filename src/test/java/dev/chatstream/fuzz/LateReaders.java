package dev.chatstream.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.run.RunResults;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.doubles.NearDoubles;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.LastAppendFile;
import dev.chatstream.store.list.ListSession;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.run.FrozenRows;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The same as [Readers] for what the program keeps about lists and runs: its own files, of any bytes.
final class LateReaders {

  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String LIST = "a.csv";
  private static final String ROWS =
      "index,id,content,status\n1,id-1,one,todo\n2,id-2,\"two, too\",done\n3,id-3,three,todo\n";
  private static final int ANSWERS = 3;

  private final FileOps ops = new FuzzDisk();
  private final DataRoot root;
  private final TaskListStore lists;
  private final RunFolder run;

  LateReaders(Path folder) throws StoreException {
    root = DataRoot.open(folder);
    lists = new TaskListStore(root, CLOCK, ops);
    RunPlan plan = new RunPlan("", NOW, LIST, PromptTemplate.CONTENT, "", 0, List.of("m"), ChatSettings.NONE, 1,
        List.of("here"), RunLimits.NONE);
    run = new RunStore(root, ops).create(plan, out -> {
      for (int row = 0; row < ANSWERS; row++) {
        out.row(new FrozenRow(row, "id-" + row, "hash", "prompt " + row, ""));
      }
      return ANSWERS;
    });
  }

  private Path writeList() throws IOException {
    return Files.writeString(root.taskLists().resolve(LIST), ROWS);
  }

  /// An edit journal: what fits is done, the rest kept in quarantine; the list stays one that can be read.
  void edits(byte[] bytes) throws Exception {
    Path list = writeList();
    Path journal = root.edits().resolve("list-a.csv.edits");
    Files.write(journal, Readers.framed(bytes));
    try (TaskRows rows = lists.read("a")) {
      rows.forEachRemaining(row -> {});
      assertEquals("", rows.problem());
    }
    assertTrue(!Files.exists(journal), "it is folded, or put aside");
    assertTrue(Files.readString(list).equals(ROWS) || bytes.length > 0);
    table();
    empty();
  }

  /// What can be taken back in a table.
  void history(byte[] bytes) throws Exception {
    writeList();
    Files.write(root.edits().resolve("list-a.csv.history"), Readers.framed(bytes));
    table();
    try (TaskRows rows = lists.read("a")) {
      rows.forEachRemaining(row -> {});
      assertEquals("", rows.problem());
    }
    empty();
  }

  private void table() throws StoreException {
    try (ListSession table = ListSession.open(root, ops, CLOCK, LIST)) {
      while (table.step()) {
        // Goes on to the end.
      }
      for (int i = 0; i < 3 && !table.facts().undo().isEmpty(); i++) {
        table.undo();
      }
      if (!table.facts().redo().isEmpty()) {
        table.redo();
      }
      table.fold();
      table.page(0, 10);
    }
  }

  void lastAppend(byte[] bytes) throws Exception {
    writeList();
    Files.write(root.internal().resolve("last-append.jsonl"), bytes);
    Optional<dev.chatstream.store.list.LastAppend> read = new LastAppendFile(root, ops).read();
    if (read.isPresent()) {
      new LastAppendFile(root, ops).write(read.get());
      assertEquals(read, new LastAppendFile(root, ops).read());
      try {
        lists.undo(read.get().undo());
      } catch (StoreException refused) {
        assertEquals(ROWS, Files.readString(root.taskLists().resolve(LIST)));
      }
    }
    empty();
  }

  void runJournal(byte[] bytes) throws Exception {
    Path journal = folder().resolve("journal-0001.jsonl");
    Files.write(journal, Readers.framed(bytes));
    try (RunResults results = RunResults.of(run)) {
      for (int job = 0; job < ANSWERS; job++) {
        assertEquals(job, results.result(job).row().index());
      }
    } finally {
      Files.delete(journal);
    }
  }

  void runPlan(byte[] bytes) throws Exception {
    Path copy = Files.createDirectories(root.runs().resolve("copy"));
    Files.write(copy.resolve("plan.json"), Readers.framed(bytes));
    for (RunFolder found : new RunStore(root, ops).all()) {
      assertTrue(found.plan().jobs() >= 0);
    }
  }

  void runRows(byte[] bytes) throws Exception {
    Path rows = folder().resolve("rows.jsonl");
    byte[] before = Files.readAllBytes(rows);
    Files.write(rows, Readers.framed(bytes));
    try (FrozenRows found = run.rows()) {
      for (int row = 0; row < found.count(); row++) {
        found.row(row);
      }
    } catch (StoreException damaged) {
      assertTrue(damaged.getMessage().length() > 20);
    } finally {
      Files.write(rows, before);
    }
  }

  /// The index of like rows: whatever is in it, what it finds is like, and none is made up.
  void near(byte[] bytes) throws Exception {
    writeList();
    Files.write(NearDoubles.file(root, LIST), bytes);
    var found = new NearDoubles(root, ops)
        .like(LIST, List.of("three"), true, dev.chatstream.store.convert.Watch.NONE);
    assertTrue(found.isPresent() && found.get().size() == 1);
    assertTrue(found.get().getFirst().size() <= 1);
    empty();
  }

  private Path folder() {
    return root.runs().resolve(run.plan().id());
  }

  private void empty() throws IOException {
    for (Path folder : List.of(root.edits(), root.quarantine(), root.idx())) {
      Readers.empty(folder);
    }
  }
}
