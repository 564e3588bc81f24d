package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.table.TableEdit;
import dev.chatstream.core.table.TableView;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FaultyOps;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of a list with its edit journal, over real files.
class ListSessionTest {

  private static final int TRIALS = 25;
  private static final int STEPS = 25;

  @TempDir
  private Path folder;

  private DataRoot root;

  @BeforeEach
  void openRoot() throws StoreException {
    root = DataRoot.open(folder);
  }

  private static String list(String kind, int rows) {
    return switch (kind) {
      case "ours" -> EditTrial.ours(rows);
      case "foreign" -> EditTrial.foreign(rows);
      default -> EditTrial.bare(rows);
    };
  }

  private EditTrial trial(FileOps ops) {
    return new EditTrial(root, ops);
  }

  /// Whatever is done in whatever order: the file says what the table says, and a second program reads it.
  @ParameterizedTest
  @ValueSource(strings = {"ours", "foreign", "bare"})
  void whatIsFoldedIsWhatTheTableShows(String kind) throws Exception {
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      EditTrial trial = trial(FileOps.DISK).write(list(kind, random.nextInt(8))).open();
      for (int step = 0; step < STEPS; step++) {
        trial.step(random);
      }
      List<List<String>> shown = trial.rows();
      trial.close();
      assertEquals(shown, trial.inFile(), "seed " + seed);
      assertFalse(Files.exists(new ListFiles(root, FileOps.DISK, "l.csv").pending()));
    }
  }

  /// The journal is all that a killed process leaves: the next start finds every change that was acknowledged.
  @ParameterizedTest
  @ValueSource(strings = {"ours", "foreign", "bare"})
  void aKillLosesNothing(String kind) throws Exception {
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      EditTrial killed = trial(FileOps.DISK).write(list(kind, 2 + random.nextInt(6))).open();
      for (int step = 0; step < STEPS; step++) {
        killed.step(random);
      }
      List<List<String>> shown = killed.rows();
      try (EditTrial next = trial(FileOps.DISK).open()) {
        assertEquals(shown, next.rows(), "seed " + seed);
        assertEquals(shown, next.inFile(), "seed " + seed);
        assertEquals(killed.session().facts().undo(), next.session().facts().undo());
      }
    }
  }

  /// All that was done is taken back, over restarts: the file is as it was, byte for byte. Done again, it is as it was
  /// after.
  @ParameterizedTest
  @ValueSource(strings = {"ours", "foreign", "bare"})
  void undoneIsAsBeforeAndRedoneAsAfter(String kind) throws Exception {
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      Files.deleteIfExists(new ListFiles(root, FileOps.DISK, "l.csv").history());
      EditTrial trial = trial(FileOps.DISK).write(list(kind, 2 + random.nextInt(6))).open();
      List<List<String>> before = trial.rows();
      for (int step = 0; step < STEPS; step++) {
        trial.step(random);
      }
      List<List<String>> after = trial.rows();
      trial.close();
      trial.open();
      int undone = 0;
      while (!trial.session().facts().undo().isEmpty()) {
        trial.session().undo();
        undone++;
        if (random.nextInt(4) == 0) {
          trial.close();
          trial.open();
        }
      }
      assertEquals(before, trial.rows(), "seed " + seed);
      for (int i = 0; i < undone; i++) {
        trial.session().redo();
        if (random.nextInt(4) == 0) {
          trial.close();
          trial.open();
        }
      }
      assertEquals(after, trial.rows(), "seed " + seed);
      trial.close();
      assertEquals(after, trial.inFile(), "seed " + seed);
    }
  }

  /// Each call of the disk fails once, and from then on all do, as in a kill: what was acknowledged is there afterwards,
  /// and nothing that was not is there in part.
  @Test
  void aKillAtAnyCallLosesNothingThatWasAcknowledged() throws Exception {
    int steps = new FaultyOpsRun().steps();
    assertTrue(steps > 0);
    for (int at = 0; at < steps; at++) {
      new FaultyOpsRun().failing(at);
    }
  }

  private List<List<List<String>>> scenario(FaultyOps ops) throws StoreException, IOException {
    List<List<List<String>>> states = new ArrayList<>();
    EditTrial trial = trial(ops).write(EditTrial.ours(4)).open();
    states.add(trial.rows());
    List<TableEdit> edits = List.of(new TableEdit.NextStatus(), new TableEdit.Delete(), new TableEdit.Add("new"));
    for (TableEdit edit : edits) {
      trial.session().edit(edit, trial.at(1));
      states.add(trial.rows());
    }
    trial.session().fold();
    trial.session().undo();
    states.add(trial.rows());
    trial.close();
    return states;
  }

  /// The scenario on a disk that dies.
  private final class FaultyOpsRun {

    int steps() throws Exception {
      FaultyOps ops = new FaultyOps();
      scenario(ops);
      clear();
      return ops.steps().size();
    }

    void failing(int at) throws Exception {
      List<List<List<String>>> all = scenario(new FaultyOps());
      clear();
      FaultyOps dying = new FaultyOps().failAt(at).thenDead();
      int acknowledged = acknowledged(dying);
      try (EditTrial next = trial(FileOps.DISK).open()) {
        // Ids and times are made anew in each run; what the person sees is compared.
        List<String> found = text(next.rows());
        int begun = Math.min(acknowledged + 1, all.size() - 1);
        assertTrue(found.equals(text(all.get(acknowledged))) || found.equals(text(all.get(begun))),
            "call " + at + ": " + acknowledged + " acknowledged, found " + found);
      }
      clear();
    }

    private static List<String> text(List<List<String>> rows) {
      return rows.stream().map(row -> row.get(0) + row.get(2) + row.get(3)).toList();
    }

    private int acknowledged(FaultyOps ops) throws IOException {
      int done = 0;
      try {
        EditTrial trial = trial(ops).write(EditTrial.ours(4)).open();
        for (TableEdit edit : List.of(
            new TableEdit.NextStatus(), new TableEdit.Delete(), new TableEdit.Add("new"))) {
          trial.session().edit(edit, trial.at(1));
          done++;
        }
        trial.session().fold();
        trial.session().undo();
        done++;
        trial.close();
      } catch (StoreException killed) {
        return done;
      }
      return done;
    }

    private void clear() throws IOException {
      ListFiles files = new ListFiles(root, FileOps.DISK, "l.csv");
      Files.deleteIfExists(files.pending());
      Files.deleteIfExists(files.history());
      Files.deleteIfExists(files.csv());
      Files.deleteIfExists(files.idx());
    }
  }

  @Test
  void anAppendFindsAllChangesInTheFileAndTheTableFindsTheAppend() throws Exception {
    EditTrial trial = trial(FileOps.DISK).write(EditTrial.ours(3)).open();
    trial.session().edit(new TableEdit.FlipDone(), trial.at(0));
    new TaskListStore(root, InstantSource.system()).append("l", List.of(new NewTask(Role.USER, "more", "", "")));
    assertEquals("done", trial.inFile().getFirst().get(3));
    assertTrue(trial.session().lookAgain().isPresent());
    assertEquals(4, trial.session().facts().rows());
    trial.session().edit(new TableEdit.FlipDone(), trial.at(3));
    trial.close();
    assertEquals(List.of("done", "todo", "todo", "done"), trial.inFile().stream().map(row -> row.get(3)).toList());
  }

  @Test
  void aRowThatSomebodyElseChangedMeanwhileKeepsBothVersions() throws Exception {
    EditTrial trial = trial(FileOps.DISK).write(EditTrial.ours(3)).open();
    trial.session().edit(new TableEdit.Put("content", "mine"), trial.at(1));
    trial.session().edit(new TableEdit.Put("content", "also mine"), trial.at(0));
    Files.writeString(trial.csv(), EditTrial.ours(4).replace("row 2", "theirs"));
    String told = trial.session().lookAgain().orElseThrow();
    assertTrue(told.contains("both sides"), told);
    List<String> texts = trial.rows().stream().map(row -> row.get(2)).toList();
    assertEquals(List.of("also mine", "theirs", "mine", "row 3", "row 4"), texts);
    trial.close();
    assertEquals(texts, trial.inFile().stream().map(row -> row.get(2)).toList());
  }

  /// Of a file of another program only the changed cells differ.
  @Test
  void noByteButThoseOfTheChangedCellChanges() throws Exception {
    String before = EditTrial.foreign(7);
    EditTrial trial = trial(FileOps.DISK).write(before).open();
    trial.session().edit(new TableEdit.Put("tags", "new"), trial.at(3));
    trial.close();
    String expected = before.replace("4;id-4;\"row \"\"4\"\"; with ;\";todo;A;x y;keep 4;",
        "4;id-4;\"row \"\"4\"\"; with ;\";todo;A;new;keep 4;" + EditTrial.NOW);
    assertEquals(expected, trial.bytes());
    trial.open();
    trial.session().undo();
    trial.close();
    assertEquals(before, trial.bytes());
  }

  private static List<String> texts(EditTrial trial) throws StoreException {
    return trial.session().page(0, 100).rows().stream()
        .map(row -> row.isHeading() ? row.heading() : row.cell(0)).toList();
  }

  @Test
  void rowsAreFilteredSortedAndGrouped() throws Exception {
    EditTrial trial = trial(FileOps.DISK).write(EditTrial.ours(12)).open();
    trial.session().mark(1, 2, true);
    trial.session().edit(new TableEdit.Put("priority", "A"), trial.at(0));
    trial.session().mark(0, Integer.MAX_VALUE, false);
    trial.session().edit(new TableEdit.FlipDone(), trial.at(2));
    trial.session().edit(new TableEdit.Move(-1), trial.at(11));
    TableView all = TableView.ALL;
    trial.session().show(all.filtered("prio:A"), () -> true);
    assertEquals(List.of("2", "3"), texts(trial));
    trial.session().show(all.filtered("prio:A status:open"), () -> true);
    assertEquals(List.of("2"), texts(trial));
    assertEquals(1, trial.session().facts().shown());
    trial.session().edit(new TableEdit.FlipDone(), trial.at(0));
    assertEquals(List.of(), texts(trial));
    trial.session().undo();
    assertEquals(List.of("2"), texts(trial));
    trial.session().show(all.filtered("#9-").sorted("index", true), () -> true);
    assertEquals(List.of("12", "11", "10", "9"), texts(trial));
    trial.session().show(all.filtered("#10-"), () -> true);
    assertEquals(List.of("10", "12", "11"), texts(trial));
    trial.session().show(all.filtered("#1-3").grouped("status"), () -> true);
    assertEquals(List.of("status: todo", "1", "2", "status: done", "3"), texts(trial));
    trial.session().fold();
    assertEquals(List.of("status: todo", "1", "2", "status: done", "3"), texts(trial));
    trial.session().show(all.sorted("priority", false), () -> true);
    assertEquals(List.of("2", "3", "1"), texts(trial).subList(0, 3));
    trial.session().show(all, () -> false);
    assertEquals("1", texts(trial).getFirst());
    trial.close();
  }

  @Test
  void aRowIsFoundByItsNumberWhereverItStands() throws Exception {
    EditTrial trial = trial(FileOps.DISK).write(EditTrial.ours(12)).open();
    trial.session().edit(new TableEdit.Move(-1), trial.at(11));
    assertEquals(10, trial.session().lineOf(12));
    assertEquals(-1, trial.session().lineOf(99));
    trial.session().show(TableView.ALL.filtered("#1-3"), () -> true);
    assertEquals(-1, trial.session().lineOf(12), "it is there, but not shown");
    trial.close();
  }

  @Test
  void marksAndFiltersSayWhichRowsAreMeant() throws Exception {
    EditTrial trial = trial(FileOps.DISK).write(EditTrial.ours(9)).open();
    assertEquals(Optional.empty(), trial.session().chosen());
    trial.session().show(TableView.ALL.filtered("status:todo"), () -> true);
    assertEquals(Optional.of("status:todo"), trial.session().chosen());
    trial.session().show(TableView.ALL, () -> true);
    trial.session().mark(0, 0, true);
    trial.session().mark(3, 5, true);
    assertEquals(Optional.of("#1,4-6"), trial.session().chosen());
    EditTrial bare = trial(FileOps.DISK).write("index,content\n1,one\n1,two\n").open();
    bare.session().mark(0, 1, true);
    assertThrows(StoreException.class, () -> bare.session().chosen());
  }

  /// A search that nobody waits for leaves all as it is.
  @Test
  void aSearchThatIsNotWantedChangesNothing() throws Exception {
    EditTrial trial = trial(FileOps.DISK).write(EditTrial.ours(3)).open();
    trial.session().show(TableView.ALL.filtered("#3"), () -> false);
    assertEquals(List.of("1", "2", "3"), texts(trial));
    trial.close();
  }

  @Test
  void aDamagedListIsNoTable() throws Exception {
    String damaged = EditTrial.ours(3) + "\"4\",\"never closed\n";
    EditTrial trial = trial(FileOps.DISK).write(damaged);
    StoreException refused = assertThrows(StoreException.class, trial::open);
    assertTrue(refused.failure().sentence().contains("never closed"), refused.failure().sentence());
    assertEquals(damaged, trial.bytes());
  }
}
