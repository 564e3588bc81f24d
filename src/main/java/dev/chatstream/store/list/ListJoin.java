package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.FileOps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Joins the rows that are whole in a damaged list with those that only an older, sound copy of it has.
public final class ListJoin {

  private final ListSalvage damaged;
  private final byte[] header;
  private final List<ListSalvage.Row> rows;
  private final int kept;

  private ListJoin(ListSalvage damaged, byte[] header, List<ListSalvage.Row> rows, int kept) {
    this.damaged = damaged;
    this.header = header;
    this.rows = rows;
    this.kept = kept;
  }

  /// The largest list that is mended, in bytes.
  public static final int LARGEST = ListSalvage.LARGEST;

  /// Joins them. A copy that is written in another way is left out.
  ///
  /// @param file the bytes of the damaged list
  /// @param copy the bytes of the copy
  /// @return empty when there is nothing to make a list of
  public static Optional<ListJoin> of(byte[] file, Optional<byte[]> copy) {
    Optional<ListSalvage> sound = copy.flatMap(bytes -> ListSalvage.of(bytes, Optional.empty()));
    Optional<ListSalvage> found = ListSalvage.of(file, sound.map(ListSalvage::dialect));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ListSalvage damaged = found.get();
    boolean joinable = sound.isPresent() && alike(damaged.dialect(), sound.get().dialect());
    List<ListSalvage.Row> rows = joinable ? joined(damaged.rows(), sound.get().rows()) : damaged.rows();
    byte[] header = damaged.header().length > 0 ? damaged.header() : sound.map(ListSalvage::header).orElse(new byte[0]);
    return rows.isEmpty() && !joinable
        ? Optional.empty()
        : Optional.of(new ListJoin(damaged, header, rows, damaged.rows().size()));
  }

  /// How many rows of the damaged list are in it.
  public int kept() {
    return kept;
  }

  /// How many rows only the copy has.
  public int fromCopy() {
    return rows.size() - kept;
  }

  /// How many places of the damaged list could not be read.
  public int places() {
    return damaged.places();
  }

  /// Writes it over a file. The caller holds its lock.
  public void write(FileOps ops, Path file) throws StoreException {
    byte[] lineEnd = damaged.dialect().lineEnd().getBytes(StandardCharsets.US_ASCII);
    new AtomicFile(ops).replace(file, out -> {
      writeLine(out, header, lineEnd);
      for (ListSalvage.Row row : rows) {
        writeLine(out, row.bytes(), lineEnd);
      }
    });
  }

  private static void writeLine(OutputStream out, byte[] line, byte[] lineEnd) throws IOException {
    out.write(line);
    if (line.length > 0 && line[line.length - 1] != '\n') {
      out.write(lineEnd);
    }
  }

  private static boolean alike(Dialect one, Dialect other) {
    return one.separator() == other.separator() && one.columns().equals(other.columns());
  }

  /// In the order of their indices, where each has one of its own; else those of the copy come last.
  private static List<ListSalvage.Row> joined(List<ListSalvage.Row> damaged, List<ListSalvage.Row> copy) {
    Set<String> known = new HashSet<>();
    damaged.forEach(row -> known.add(row.key()));
    List<ListSalvage.Row> all = new ArrayList<>(damaged);
    copy.stream().filter(row -> known.add(row.key())).forEach(all::add);
    long numbers = all.stream().mapToLong(ListSalvage.Row::index).filter(index -> index >= 0).distinct().count();
    if (numbers == all.size() && ordered(damaged)) {
      all.sort(Comparator.comparingLong(ListSalvage.Row::index));
    }
    return all;
  }

  private static boolean ordered(List<ListSalvage.Row> rows) {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).index() <= rows.get(i - 1).index()) {
        return false;
      }
    }
    return true;
  }
}
