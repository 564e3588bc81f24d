package dev.chatstream.store.list;

import dev.chatstream.store.legacy.KnownColumns;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds in a damaged list the rows that are whole, before and behind the damage.
///
/// @param header the bytes up to the first row
/// @param rows in their order
/// @param places how many places could not be read
record ListSalvage(Dialect dialect, byte[] header, List<Row> rows, int places) {

  /// Larger lists are not mended by themselves.
  static final int LARGEST = 256 * 1024 * 1024;

  /// Behind a damage no row is looked for in more bytes than this: a quote that is missing would take all the rest.
  private static final int LONGEST_ROW = 1 << 20;

  /// A row as it stands in the file, with its line end.
  ///
  /// @param index -1 when it is no number
  /// @param key by which it is known again: its id, or its index where it has none
  record Row(long index, String key, byte[] bytes) {}

  /// Looks through a file.
  ///
  /// @param otherwise how a copy of it is written, for one whose own head is lost
  /// @return empty when nobody knows which columns it has
  static Optional<ListSalvage> of(byte[] file, Optional<Dialect> otherwise) {
    try {
      Dialect own = Dialect.of(Arrays.copyOf(file, Math.min(file.length, Dialect.HEAD_BYTES)));
      Walk walk = new Walk(file, own);
      return Optional.of(walk.from(own.start(), true));
    } catch (BadList headIsLost) {
      if (otherwise.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new Walk(file, otherwise.get()).from(0, false));
    }
  }

  private static final class Walk {
    private final byte[] file;
    private final Dialect dialect;
    private final List<Row> rows = new ArrayList<>();
    private int places;

    Walk(byte[] file, Dialect dialect) {
      this.file = file;
      this.dialect = dialect;
    }

    /// @param sound whether the header stands there; else no row is believed that has no number
    ListSalvage from(int start, boolean sound) {
      int at = start;
      byte[] header = new byte[0];
      if (sound) {
        int end = rowEnd(at, file.length);
        header = Arrays.copyOfRange(file, 0, end);
        at = end;
      }
      boolean damaged = !sound;
      boolean seen = !sound;
      while (at < file.length) {
        Row row = rowAt(at, seen);
        if (row == null) {
          places += damaged ? 0 : 1;
          damaged = true;
          seen = true;
          at = nextLine(at);
        } else {
          if (row.bytes().length > 0 && !row.key().isEmpty()) {
            rows.add(row);
          }
          damaged = false;
          at += row.bytes().length;
        }
      }
      return new ListSalvage(dialect, header, rows, places + (sound ? 0 : 1));
    }

    /// @return null when no whole row begins there; a row without a key for a blank line
    private Row rowAt(int at, boolean afterDamage) {
      int limit = afterDamage ? Math.min(file.length, at + LONGEST_ROW) : file.length;
      long[] cells = {0};
      String[] texts = {"", ""};
      boolean[] blank = {false};
      int[] kept = {dialect.position(KnownColumns.INDEX), dialect.position("id")};
      CsvWalker walker = new CsvWalker(dialect.separator(), kept, row -> {
        cells[0] = row.cells();
        blank[0] = row.blank();
        texts[0] = row.text(0);
        texts[1] = row.text(1);
        return false;
      });
      int end = feed(walker, at, limit, cells);
      if (cells[0] == 0) {
        return null;
      }
      byte[] bytes = Arrays.copyOfRange(file, at, end);
      if (blank[0]) {
        return new Row(-1, "", bytes);
      }
      long index = ListScan.index(texts[0]);
      boolean whole = cells[0] == dialect.columns().size() && isText(bytes) && (index >= 0 || !afterDamage);
      return whole ? new Row(index, texts[1].isBlank() ? "#" + texts[0] : texts[1], bytes) : null;
    }

    /// Feeds byte by byte until the row ends. A last row without a line end is whole when its cells are: the caller
    /// counts them.
    private int feed(CsvWalker walker, int at, int limit, long[] cells) {
      int end = at;
      while (end < limit && cells[0] == 0 && walker.problem().isEmpty()) {
        walker.feed(file, end, 1);
        end++;
      }
      if (cells[0] == 0 && end == file.length && walker.problem().isEmpty()) {
        walker.end();
      }
      return end;
    }

    private int rowEnd(int at, int limit) {
      long[] cells = {0};
      CsvWalker walker = new CsvWalker(dialect.separator(), new int[0], row -> {
        cells[0] = row.blank() ? 0 : row.cells();
        return cells[0] == 0;
      });
      int end = at;
      while (end < limit && cells[0] == 0 && walker.problem().isEmpty()) {
        walker.feed(file, end, 1);
        end++;
      }
      return end;
    }

    private int nextLine(int at) {
      int next = at;
      while (next < file.length && file[next] != '\n') {
        next++;
      }
      return Math.min(next + 1, file.length);
    }

    private static boolean isText(byte[] bytes) {
      for (byte b : bytes) {
        if (b == 0) {
          return false;
        }
      }
      try {
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes));
        return true;
      } catch (CharacterCodingException e) {
        return false; // That is what was asked.
      }
    }
  }
}
