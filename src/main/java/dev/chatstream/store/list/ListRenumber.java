package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.legacy.KnownColumns;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives the rows of a list the indices 1, 2, 3 ... in their order. All other bytes stay as they are.
public final class ListRenumber {

  private static final int SHOWN = 20;

  /// One row whose index changes.
  ///
  /// @param row its place, from 1
  /// @param before its index cell as it stands there
  public record Change(long row, String before, long now) {}

  /// What renumbering would do.
  ///
  /// @param changed rows that get another index
  /// @param first the first of them, 20 at most
  public record Preview(long rows, long changed, List<Change> first) {}

  private ListRenumber() {}

  /// What it would do. Changes nothing.
  ///
  /// @param idx the list's index file, which knows of an append that was not finished
  /// @throws StoreException when the list can't be read to its end
  public static Preview preview(Path file, Path idx) throws StoreException {
    try (OpenList list = sound(file, idx)) {
      Counting counting = new Counting();
      rewrite(list, OutputStream.nullOutputStream(), counting);
      return new Preview(counting.rows, counting.changed, List.copyOf(counting.first));
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// Does it. The caller holds the list's lock.
  public static void apply(FileOps ops, Path file, Path idx) throws StoreException {
    try (OpenList list = sound(file, idx)) {
      new AtomicFile(ops).replace(file, out -> rewrite(list, out, new Counting()));
    }
  }

  private static OpenList sound(Path file, Path idx) throws StoreException {
    OpenList list = OpenList.toRead(file);
    try {
      ListScan scan = ListLook.scan(list, Optional.of(idx));
      if (scan.problem().isEmpty()) {
        return list;
      }
      list.close();
      throw new StoreException(new StoreFailure.Unreadable(list.name(), scan.problem()));
    } catch (IOException e) {
      list.close();
      throw Failures.reading(e, file);
    }
  }

  private static final class Counting {
    private final List<Change> first = new ArrayList<>();
    private long rows;
    private long changed;

    /// @return the index of the next row
    long next(String before) {
      rows++;
      if (ListScan.index(before) != rows) {
        changed++;
        if (first.size() < SHOWN) {
          first.add(new Change(rows, before, rows));
        }
      }
      return rows;
    }
  }

  /// The list was found to be sound, so a quote always opens or closes, or is one half of a doubled one.
  private static void rewrite(OpenList list, OutputStream out, Counting counting) throws IOException {
    list.channel().position(0);
    InputStream in = new BufferedInputStream(Channels.newInputStream(list.channel()), 1 << 16);
    out.write(in.readNBytes(list.dialect().start()));
    int indexAt = list.dialect().position(KnownColumns.INDEX);
    byte separator = (byte) list.dialect().separator();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean blank = true;
    boolean header = true;
    int column = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      quoted ^= b == '"';
      boolean ends = !quoted && (b == separator || b == '\n');
      blank &= b == '\n' || b == '\r';
      if (!ends && !header && column == indexAt) {
        cell.append((char) b);
        continue;
      }
      if (ends && !header && column == indexAt) {
        write(out, cell.toString(), blank, counting);
        cell.setLength(0);
      }
      out.write(b);
      if (ends && b == '\n') {
        header &= blank;
        column = 0;
        blank = true;
      } else if (ends) {
        column++;
      }
    }
    if (!header && column == indexAt && !blank) {
      write(out, cell.toString(), false, counting);
    }
  }

  /// Writes the index cell of a row as it was, in quotes or not, with a carriage return behind it or not.
  private static void write(OutputStream out, String cell, boolean blank, Counting counting) throws IOException {
    String end = cell.endsWith("\r") ? "\r" : "";
    String bare = cell.substring(0, cell.length() - end.length());
    boolean quoted = bare.startsWith("\"");
    String text = quoted ? bare.substring(1, bare.length() - 1) : bare;
    String now = blank ? bare : Long.toString(counting.next(text));
    String written = quoted && !blank ? '"' + now + '"' : now;
    out.write((written + end).getBytes(StandardCharsets.ISO_8859_1));
  }
}
