package dev.chatstream.store.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was read of many files, so that those that did not change since need not be read again. Derived: it may be
/// deleted at any time, is rebuilt when it is wrong or missing, and counts for a file only as long as its stamp is the
/// same. One thread.
public final class Catalogue {

  /// More files than that are read each time.
  static final int MOST_ENTRIES = 200_000;

  /// Longer fields are not worth keeping.
  static final int LONGEST_FIELD = 4_096;

  /// What is known of a file.
  record Entry(FileStamp stamp, List<String> fields) {}

  private final Path file;
  private final Map<String, Entry> known;
  private final Map<String, Entry> met = new HashMap<>();
  private boolean changed;

  private Catalogue(Path file, Map<String, Entry> known) {
    this.file = file;
    this.known = known;
  }

  /// Opens a catalogue; one that is missing, damaged or of another version is empty.
  public static Catalogue open(Path file) {
    return new Catalogue(file, CatalogueFile.read(file));
  }

  /// What was kept of a file that looks as it did then.
  public Optional<List<String>> find(String name, FileStamp stamp) {
    Entry entry = known.get(name);
    if (entry == null || !stamp.regular() || !entry.stamp().equals(stamp)) {
      return Optional.empty();
    }
    met.put(name, entry);
    return Optional.of(entry.fields());
  }

  /// What was kept of a file when it was last read, however it looks now.
  public Optional<List<String>> lastKnown(String name) {
    return Optional.ofNullable(known.get(name)).map(Entry::fields);
  }

  /// Keeps what was read of a file.
  ///
  /// @param stamp taken before it was read
  /// @param now the time at which it was taken
  public void keep(String name, FileStamp stamp, List<String> fields, Instant now) {
    boolean fits = fields.stream().allMatch(field -> field.length() <= LONGEST_FIELD);
    if (fits && stamp.certain(now) && met.size() < MOST_ENTRIES) {
      met.put(name, new Entry(stamp, List.copyOf(fields)));
      changed = true;
    }
  }

  /// Keeps what is known of a file that was not read this time, or could not be.
  public void carryOver(String name) {
    Entry entry = known.get(name);
    if (entry != null) {
      met.putIfAbsent(name, entry);
    }
  }

  /// Writes it when it differs from its file. Files that were not met this time fall out of it.
  public void save() throws IOException {
    if (changed || !met.keySet().equals(known.keySet())) {
      CatalogueFile.write(file, met);
    }
  }

  /// The names that are in it as it was opened.
  Set<String> names() {
    return known.keySet();
  }
}
