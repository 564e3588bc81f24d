package dev.chatstream.log;

import dev.chatstream.core.log.LogEntry;
import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.log.LogPage;
import dev.chatstream.core.log.LogPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Reads a log of one file or of several rolled ones, of any size, page by page in both directions as if it were one.
/// Files are found anew and opened for each page, so one that is rolled, replaced, cut short or deleted meanwhile is no
/// harm: places name the file itself and not its name. Each page reads some 16 MB at most; one that ends there has
/// neither found all nor reached an end, and is gone on with. One thread at a time.
public final class LogPages {

  private static final int LONGEST_LINE = 2_000;
  private static final int TRIES = 3;

  private final Path path;
  private final boolean rolling;

  /// A file was renamed between finding and opening it.
  private static final class Moved extends IOException {
    private static final long serialVersionUID = 1;

    Moved() {
      super("it is being renamed again and again");
    }
  }

  private LogPages(Path path, boolean rolling) {
    this.path = path;
    this.rolling = rolling;
  }

  /// A log that rolls: this file and the older ones beside it.
  public static LogPages rolling(Path newest) {
    return new LogPages(newest, true);
  }

  /// One file.
  public static LogPages of(Path file) {
    return new LogPages(file, false);
  }

  /// The nearest records before this place, or the last ones.
  ///
  /// @param count how many are wanted
  /// @param cancelled asked before each piece that is read
  public LogPage before(Optional<LogPlace> place, int count, LogFilter filter, BooleanSupplier cancelled)
      throws IOException {
    return page(parts -> new Backwards(parts, count, filter, cancelled).from(place));
  }

  /// The nearest records after this place, or the first ones.
  public LogPage after(Optional<LogPlace> place, int count, LogFilter filter, BooleanSupplier cancelled)
      throws IOException {
    return page(parts -> new Forwards(parts, count, filter, cancelled).from(place));
  }

  /// The record that begins here, whole; empty when it is gone.
  public Optional<LogLine> record(LogPlace place) throws IOException {
    List<LogFiles.Part> parts = parts();
    int index = index(parts, place.file());
    if (index < 0) {
      return Optional.empty();
    }
    try (LogTail tail = open(parts.get(index))) {
      return tail.after(place.offset(), 1, LogFilter.ALL, () -> false).entries().stream()
          .findFirst()
          .map(LogTail.Entry::line);
    }
  }

  private interface Reading {
    LogPage of(List<LogFiles.Part> parts) throws IOException;
  }

  private LogPage page(Reading reading) throws IOException {
    for (int tries = 1;; tries++) {
      try {
        List<LogFiles.Part> parts = parts();
        return parts.isEmpty() ? LogPage.nothing("") : reading.of(parts);
      } catch (Moved moved) {
        if (tries == TRIES) {
          throw moved;
        }
      }
    }
  }

  private List<LogFiles.Part> parts() throws IOException {
    return rolling ? LogFiles.rolling(path) : List.of(LogFiles.part(path, true));
  }

  static int index(List<LogFiles.Part> parts, String id) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  static LogTail open(LogFiles.Part part) throws IOException {
    LogTail tail = LogTail.open(part.path(), part.growing());
    if (!tail.id().equals(part.id())) {
      tail.close();
      throw new Moved();
    }
    return tail;
  }

  /// The entries of one file, with messages of a length that can be kept in memory.
  static List<LogEntry> entries(String id, List<LogTail.Entry> found) {
    List<LogEntry> entries = new ArrayList<>();
    for (LogTail.Entry entry : found) {
      LogLine line = entry.line();
      boolean cut = line.message().length() > LONGEST_LINE;
      LogLine shown = cut
          ? new LogLine(
              line.time(), line.logger(), line.level(), line.method(), line.line(),
              line.message().substring(0, LONGEST_LINE))
          : line;
      entries.add(new LogEntry(new LogPlace(id, entry.from()), new LogPlace(id, entry.to()), shown, cut));
    }
    return entries;
  }

  /// How many of a hundred parts of the log stand before a place.
  static int percent(List<LogFiles.Part> parts, int index, long offset) {
    long all = 0;
    long before = Math.min(offset, parts.get(index).size());
    for (int i = 0; i < parts.size(); i++) {
      all += parts.get(i).size();
      before += i > index ? parts.get(i).size() : 0;
    }
    return all == 0 ? 0 : (int) (before * 100 / all);
  }
}
