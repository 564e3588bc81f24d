package dev.chatstream.store.run;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.journal.JournalLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// One run on the disk. Any number of processes may read it; one at a time runs it, and holds its lock for as long:
/// the system lets the lock go when that process dies, however it dies.
public final class RunFolder {

  static final String PLAN = "plan.json";
  static final String ROWS = "rows.jsonl";

  private static final String WISH = "wish";
  private static final String OWNER = "owner";
  private static final String LOG = "output.log";
  private static final long LONGEST_NOTE = 4096;

  /// Whoever looks whether it is run holds the lock for a moment.
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final FileOps ops;
  private final Path folder;
  private final RunPlan plan;

  private RunFolder(FileOps ops, Path folder, RunPlan plan) {
    this.ops = ops;
    this.folder = folder;
    this.plan = plan;
  }

  /// The one that was just made.
  static RunFolder made(FileOps ops, Path folder, RunPlan plan) {
    return new RunFolder(ops, folder, plan);
  }

  static RunFolder open(FileOps ops, Path folder) throws StoreException {
    Path path = folder.resolve(PLAN);
    if (RegularFile.look(path).isEmpty()) {
      throw new StoreException(new StoreFailure.Missing("run " + folder.getFileName()));
    }
    try {
      byte[] line = Files.readAllBytes(path);
      byte[] record = JournalLine.record(Arrays.copyOf(line, Math.max(0, line.length - 1)))
          .orElseThrow(() -> new IOException("it is damaged"));
      return new RunFolder(ops, folder, PlanJson.read(new String(record, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new StoreException(
          new StoreFailure.Unreadable("runs/" + folder.getFileName() + "/" + PLAN, Failures.words(e)), e);
    }
  }

  /// What is to be done.
  public RunPlan plan() {
    return plan;
  }

  /// The rows as they were.
  public FrozenRows rows() throws StoreException {
    return FrozenRows.open(folder.resolve(ROWS), plan.rows());
  }

  /// What became of them, from the beginning.
  public JournalFiles journal() {
    return new JournalFiles(folder);
  }

  /// To write what becomes of them. The caller holds the lock.
  public RunJournal write() {
    return new RunJournal(ops, folder, journal().next());
  }

  /// Where a process without a terminal writes what it has to say.
  public Path log() {
    return folder.resolve(LOG);
  }

  /// Makes this process the one that runs it, until the lock is closed, by the same thread.
  ///
  /// @throws StoreException with [StoreFailure.Busy] when another one does
  public LockFile lock() throws StoreException {
    return LockFile.take(folder, "run", "process", A_MOMENT);
  }

  /// Whether a process runs it just now. Not to be asked by the thread that does.
  public boolean isRun() throws StoreException {
    try (LockFile free = LockFile.take(folder, "run", "process", Duration.ZERO)) {
      return false;
    } catch (StoreException refused) {
      if (refused.failure() instanceof StoreFailure.Busy) {
        return true;
      }
      throw refused;
    }
  }

  /// Notes who runs it, in words, such as `process 4711, by itself`.
  public void setOwner(String words) throws StoreException {
    replace(OWNER, words);
  }

  /// Who runs it, or ran it last; empty when nobody did.
  public String owner() throws StoreException {
    return note(OWNER).orElse("");
  }

  /// Tells the process that runs it what is wanted; it takes notice within a second. A newer wish takes the place of
  /// one that was not read yet.
  public void wish(String words) throws StoreException {
    replace(WISH, words);
  }

  /// Takes the wish that was left last, once.
  public Optional<String> takeWish() throws StoreException {
    Optional<String> wish = note(WISH);
    if (wish.isPresent()) {
      try {
        ops.delete(folder.resolve(WISH));
      } catch (IOException e) {
        throw Failures.writing(e, folder.resolve(WISH));
      }
    }
    return wish;
  }

  /// The record at this place.
  public RunRecord record(long place) throws StoreException {
    Path path = folder.resolve(JournalFiles.name(Place.file(place)));
    RegularFile.look(path);
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] line = line(file, Place.offset(place));
      return RunRecordJson.record(line).orElseThrow(() -> new IOException("a record is damaged"));
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  private static byte[] line(RandomAccessFile file, long from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    file.seek(from);
    for (int count = file.read(chunk); count > 0; count = file.read(chunk)) {
      for (int i = 0; i < count; i++) {
        if (chunk[i] == '\n') {
          line.write(chunk, 0, i);
          return line.toByteArray();
        }
      }
      line.write(chunk, 0, count);
    }
    return line.toByteArray();
  }

  private void replace(String name, String words) throws StoreException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    new AtomicFile(ops).replace(folder.resolve(name), out -> out.write(bytes));
  }

  private Optional<String> note(String name) throws StoreException {
    Path path = folder.resolve(name);
    if (RegularFile.look(path).filter(found -> found.size() <= LONGEST_NOTE).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Files.readAllBytes(path), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }
}
