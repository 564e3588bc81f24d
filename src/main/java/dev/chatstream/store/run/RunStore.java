package dev.chatstream.store.run;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import dev.chatstream.store.journal.JournalLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tinylog.Logger;

/// The runs of a data root.
public final class RunStore {

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final DataRoot root;
  private final FileOps ops;

  /// What was half made and could not be taken away.
  private final Set<Path> halfMade = new HashSet<>();

  public RunStore(DataRoot root) {
    this(root, FileOps.DISK);
  }

  /// @param ops the disk, or in tests one that fails
  public RunStore(DataRoot root, FileOps ops) {
    this.root = root;
    this.ops = ops;
  }

  /// Takes a row.
  @FunctionalInterface
  public interface RowTaker {
    /// Writes it.
    void row(FrozenRow row) throws IOException;
  }

  /// Gives the rows of a new run in order.
  @FunctionalInterface
  public interface RowGiver {
    /// @return how many there were
    int rows(RowTaker out) throws StoreException, IOException;
  }

  /// Makes a run: all of it, with its rows, or nothing.
  ///
  /// @param plan without its id and its count of rows
  public RunFolder create(RunPlan plan, RowGiver giver) throws StoreException {
    Set.copyOf(halfMade).forEach(this::takeAway);
    Path folder = newFolder(plan.created());
    boolean made = false;
    try {
      RunPlan whole = named(plan, folder).withRows(freeze(folder, giver));
      byte[] line = JournalLine.frame(PlanJson.line(whole).getBytes(StandardCharsets.UTF_8));
      new AtomicFile(ops).create(folder.resolve(RunFolder.PLAN), out -> out.write(line));
      ops.forceFolder(root.runs());
      made = true;
      return RunFolder.made(ops, folder, whole);
    } catch (IOException e) {
      throw Failures.writing(e, folder);
    } finally {
      if (!made) {
        takeAway(folder);
      }
    }
  }

  private static RunPlan named(RunPlan plan, Path folder) {
    return new RunPlan(
        folder.getFileName().toString(), plan.created(), plan.list(), plan.template(), plan.filter(), plan.rows(),
        plan.models(), plan.settings(), plan.parallel(), plan.hosts(), plan.limits());
  }

  private int freeze(Path folder, RowGiver giver) throws StoreException {
    int[] count = new int[1];
    StoreException[] failure = new StoreException[1];
    new AtomicFile(ops).create(folder.resolve(RunFolder.ROWS), out -> {
      try {
        count[0] = giver.rows(row -> out.write(RunRecordJson.line(row)));
      } catch (StoreException e) {
        failure[0] = e;
      }
    });
    if (failure[0] != null) {
      throw failure[0];
    }
    return count[0];
  }

  private Path newFolder(Instant created) throws StoreException {
    String name = ID.format(created);
    for (int more = 2;; more++) {
      Path folder = root.runs().resolve(name);
      try {
        return Files.createDirectory(folder, OwnerOnly.forNewFolder());
      } catch (FileAlreadyExistsException taken) {
        name = ID.format(created) + "-" + more;
      } catch (IOException e) {
        throw Failures.writing(e, folder);
      }
    }
  }

  /// The plan goes first: without it the rest is no run.
  private void takeAway(Path folder) {
    try {
      ops.delete(folder.resolve(RunFolder.PLAN));
      for (String name : FolderNames.all(folder)) {
        ops.delete(folder.resolve(name));
      }
      ops.delete(folder);
      halfMade.remove(folder);
    } catch (IOException | StoreException e) {
      halfMade.add(folder);
      Logger.info(e, "a run that was half made stays as {}, and counts for nothing", folder.getFileName());
    }
  }

  /// All runs, the newest first. One whose plan can't be read is left out, and the log says so.
  public List<RunFolder> all() throws StoreException {
    List<RunFolder> runs = new ArrayList<>();
    for (String name : FolderNames.all(root.runs())) {
      Path folder = root.runs().resolve(name);
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && Files.exists(folder.resolve(RunFolder.PLAN))) {
        try {
          runs.add(RunFolder.open(ops, folder));
        } catch (StoreException damaged) {
          Logger.warn(damaged.failure().sentence());
        }
      }
    }
    runs.sort(Comparator.comparing((RunFolder run) -> run.plan().created()).reversed()
        .thenComparing(run -> run.plan().id(), Comparator.reverseOrder()));
    return runs;
  }

  /// The run of this id, or the only one whose id ends like this; the newest where the name is empty.
  public RunFolder find(String name) throws StoreException {
    List<RunFolder> all = all();
    List<RunFolder> meant = all.stream()
        .filter(run -> run.plan().id().equals(name) || run.plan().id().endsWith(name))
        .toList();
    List<RunFolder> exact = meant.stream().filter(run -> run.plan().id().equals(name)).toList();
    if (exact.size() == 1) {
      return exact.getFirst();
    }
    if (meant.isEmpty() || meant.size() > 1 && !name.isEmpty()) {
      throw new StoreException(new StoreFailure.Missing(
          name.isEmpty() ? "run" : meant.isEmpty() ? "run \"" + name + "\"" : "single run \"" + name + "\""));
    }
    return meant.getFirst();
  }
}
