package dev.chatstream.store.journal;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.Fields;
import dev.chatstream.store.chat.Json;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.FolderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tinylog.Logger;

/// What is written in the input and not sent: `.store/journal/input-<start>-<number>.jsonl`, one record, a new file for
/// each state of the text, held by the process that writes it. Other windows have files of their own. Used by one
/// thread.
public final class UnsentText {

  private static final String PREFIX = "input-";
  private static final String OLD_FORM = "unsent.txt";
  private static final long LARGEST_OLD = 64L * 1024 * 1024;

  private final DataRoot root;
  private final FileOps ops;
  private final UUID start;
  private final List<Taken> taken = new ArrayList<>();
  private Optional<HeldFile> current = Optional.empty();
  /// What the text took the place of and could not be deleted.
  private final List<HeldFile> stale = new ArrayList<>();
  private long number;

  /// How often a text was kept since one was given back: at the second time the person has seen it and changed it.
  private int keptSince;

  /// What an earlier process left, until its text is in a file of ours.
  private record Taken(HeldFile file, String text) {}

  private record Read(String text, List<String> from) {}

  /// The text of this data root.
  public UnsentText(DataRoot root, FileOps ops, InstantSource clock) {
    this.root = root;
    this.ops = ops;
    this.start = Ids.next(clock.instant());
  }

  /// Keeps this text instead of the one before, forced to disk. A blank one only takes that one away.
  public void keep(String text) throws StoreException {
    Path path = nextFile();
    List<Taken> within = taken.stream().filter(left -> text.contains(left.text) || keptSince > 0).toList();
    keptSince++;
    try {
      List<HeldFile> before = Stream.concat(stale.stream(), current.stream()).toList();
      if (text.isBlank()) {
        current = Optional.empty();
      } else {
        List<HeldFile> included = Stream.concat(before.stream(), within.stream().map(Taken::file)).toList();
        current = Optional.of(HeldFile.create(ops, path, line(text, names(included))));
        number++;
      }
      stale.clear();
      stale.addAll(before);
      while (!stale.isEmpty()) {
        stale.getFirst().delete();
        stale.removeFirst();
      }
      for (Taken left : within) {
        taken.remove(left);
        left.file.delete();
      }
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  /// Gives back what earlier processes left, oldest first. It stays on the disk until [#keep] gets a text that holds
  /// it, or is called a second time.
  public String take() throws StoreException {
    keptSince = 0;
    Set<String> included = new HashSet<>();
    List<String> texts = new ArrayList<>();
    List<Taken> found = new ArrayList<>();
    for (String name : FolderNames.ending(root.journal(), TurnJournal.EXTENSION)) {
      if (name.startsWith(PREFIX)) {
        take(root.journal().resolve(name), found, included);
      }
    }
    oldForm(included).ifPresent(old -> found.add(0, old));
    for (Taken left : found) {
      if (!included.contains(left.file.name())) {
        texts.add(left.text);
      }
      taken.add(left);
    }
    return String.join("\n", texts);
  }

  /// Lets go what is held, as the end of the process does.
  void close() throws IOException {
    for (Taken left : taken) {
      left.file.close();
    }
    if (current.isPresent()) {
      current.get().close();
    }
  }

  private void take(Path path, List<Taken> found, Set<String> included) throws StoreException {
    try {
      Optional<HeldFile> left = HeldFile.takeLeft(ops, path);
      if (left.isEmpty()) {
        return;
      }
      Optional<Read> read = read(left.get().read());
      if (read.isEmpty()) {
        Logger.warn("the unsent text in {} can't be read; it is in .store/quarantine now", path.getFileName());
        left.get().moveTo(root.quarantine());
        left.get().close();
        return;
      }
      included.addAll(read.get().from);
      included.addAll(earlierOfItsProcess(path.getFileName().toString()));
      found.add(new Taken(left.get(), read.get().text));
    } catch (IOException e) {
      throw Failures.reading(e, path);
    }
  }

  /// A process that died between making its next file and deleting the one before left both.
  private static List<String> earlierOfItsProcess(String name) {
    int dash = name.lastIndexOf('-');
    String digits = name.substring(dash + 1, name.length() - TurnJournal.EXTENSION.length());
    boolean counted = !digits.isEmpty() && digits.length() < 18 && digits.chars().allMatch(Character::isDigit);
    long own = counted ? Long.parseLong(digits) : 0;
    return own == 0 ? List.of() : List.of(name.substring(0, dash + 1) + (own - 1) + TurnJournal.EXTENSION);
  }

  private static List<String> names(List<HeldFile> files) {
    return files.stream().map(HeldFile::name).toList();
  }

  private static byte[] line(String text, List<String> within) {
    return RecordJson.line(out -> {
      Json.writeTextField(out, "unsent", text);
      if (!within.isEmpty()) {
        out.writeStringField("from", String.join(" ", within));
      }
    });
  }

  private static Optional<Read> read(byte[] file) {
    List<byte[]> records = JournalLines.of(file).records();
    try {
      if (records.isEmpty()) {
        return Optional.empty();
      }
      Fields fields = RecordJson.fields(records.getFirst());
      return Optional.of(new Read(fields.text("unsent"), List.of(fields.optionalText("from").orElse("").split(" "))));
    } catch (IOException notOurs) {
      Logger.debug(notOurs, "no unsent text");
      return Optional.empty();
    }
  }

  private void deleteMoved(Path old, HeldFile moved) throws IOException {
    try {
      ops.delete(old);
    } catch (IOException e) {
      moved.close();
      throw e;
    }
  }

  private Path nextFile() {
    return root.journal().resolve(PREFIX + start + "-" + number + TurnJournal.EXTENSION);
  }

  /// `.store/unsent.txt` of earlier versions: put into a file of today's form before it is deleted.
  private Optional<Taken> oldForm(Set<String> included) throws StoreException {
    Path file = root.internal().resolve(OLD_FORM);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST_OLD) {
        return Optional.empty();
      }
      if (included.contains(OLD_FORM)) {
        ops.delete(file);
        return Optional.empty();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      HeldFile moved = HeldFile.create(ops, nextFile(), line(text, List.of(OLD_FORM)));
      deleteMoved(file, moved);
      number++;
      return Optional.of(new Taken(moved, text));
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }
}
