package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import dev.chatstream.store.legacy.KnownColumns;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/// What a full reading of a list found, wherever it lies.
///
/// @param rows under its header, up to the problem
/// @param maxIndex the largest index; 0 when no row has one
/// @param problem why it can't be read to its end, in words; empty when it can
/// @param torn whether the problem is that it ends within its last row, and nothing else
/// @param indexProblem doubled or negative indices, in words that follow its name; empty when there are none
/// @param gaps how many numbers between the smallest and the largest index no row has; 0 where some are doubled
/// @param ordered whether the indices only grow
/// @param unnumbered rows whose index is no number
/// @param appendable whether it has the columns that an append needs
/// @param otherKind whether it is none of ours, but a list that can be read in another way; then `problem` says why it
///     can't be added to
public record ListLook(
    long rows,
    long maxIndex,
    String problem,
    boolean torn,
    String indexProblem,
    long gaps,
    boolean ordered,
    long unnumbered,
    boolean appendable,
    boolean otherKind) {

  private static final int CHUNK = 256 * 1024;

  /// Reads it whole.
  ///
  /// @param idx the list's index file, which knows of an append that was not finished; empty where none belongs to it
  /// @throws StoreException when it is no list at all, or can't be read
  public static ListLook at(Path file, Optional<Path> idx) throws StoreException {
    OpenList list;
    try {
      list = OpenList.toRead(file);
    } catch (StoreException refused) {
      return other(OtherRows.kind(file, refused, false));
    }
    try (list) {
      ListScan scan = scan(list, idx);
      boolean ours = list.dialect().columns().equals(KnownColumns.OURS);
      OtherRows.Kind kind = ours ? null : OtherRows.kind(list, scan);
      return kind == null ? of(list, scan) : other(kind);
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  /// How much of a list counts, in bytes: all of it, but for an append that was not finished.
  ///
  /// @param idx as above
  public static long counted(Path file, Path idx) throws StoreException {
    try (FileChannel channel = RegularFile.openToRead(file)) {
      return IdxFile.countedLength(idx, channel);
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
  }

  static ListScan scan(OpenList list, Optional<Path> idx) throws IOException {
    long counted = idx.isEmpty() ? list.channel().size() : IdxFile.countedLength(idx.get(), list.channel());
    return ListScan.of(list.channel(), list.dialect(), counted);
  }

  private static ListLook other(OtherRows.Kind kind) {
    return new ListLook(0, kind.lastIndex(), kind.failure().reason(), false, "", 0, true, 0, false, true);
  }

  private static ListLook of(OpenList list, ListScan scan) throws IOException {
    Order order = new Order();
    int[] kept = {list.dialect().position(KnownColumns.INDEX)};
    walk(list, scan.goodLength(), new CsvWalker(list.dialect().separator(), kept, order));
    return new ListLook(
        scan.rows(),
        scan.maxIndex(),
        scan.problem(),
        scan.torn(),
        scan.indexProblem(),
        scan.indexProblem().isEmpty() && scan.maxIndex() < Long.MAX_VALUE ? order.gaps() : 0,
        order.ordered,
        order.unnumbered,
        list.refusal(0, 1).isEmpty(),
        false);
  }

  private static void walk(OpenList list, long end, CsvWalker walker) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    long at = list.dialect().start();
    while (at < end) {
      chunk.clear().limit((int) Math.min(CHUNK, end - at));
      int read = list.channel().read(chunk, at);
      if (read < 0) {
        break;
      }
      walker.feed(chunk.array(), 0, read);
      at += read;
    }
    walker.end();
  }

  /// How the indices follow each other.
  private static final class Order implements CsvWalker.Rows {
    private boolean header = true;
    private boolean ordered = true;
    private long unnumbered;
    private long numbered;
    private long smallest = Long.MAX_VALUE;
    private long largest = -1;
    private long before = -1;

    @Override
    public boolean row(CsvWalker walker) {
      if (walker.blank()) {
        return true;
      }
      if (header) {
        header = false;
        return true;
      }
      long index = ListScan.index(walker.text(0));
      if (index < 0) {
        unnumbered++;
        return true;
      }
      ordered &= index > before;
      before = index;
      numbered++;
      smallest = Math.min(smallest, index);
      largest = Math.max(largest, index);
      return true;
    }

    long gaps() {
      return numbered == 0 ? 0 : largest - smallest + 1 - numbered;
    }
  }
}
