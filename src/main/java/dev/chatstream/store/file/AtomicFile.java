package dev.chatstream.store.file;

import dev.chatstream.core.watch.Timing;
import dev.chatstream.store.StoreException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes a file whole or not at all: a temporary file beside it, forced; a rename; the folder forced. When a call
/// returns, the content is on the disk; when it throws, the old file is as it was, except that a failure of the last
/// step (forcing the folder) can leave the new one, whole.
public final class AtomicFile {

  /// Writes the content.
  @FunctionalInterface
  public interface Body {
    /// Writes all of it; need not flush or close.
    void writeTo(OutputStream out) throws IOException;
  }

  private final FileOps ops;

  /// New files whose name could not be forced and which could not be taken away again, as they were then.
  private final Map<Path, BasicFileAttributes> strays = new LinkedHashMap<>();

  /// @param ops [FileOps#DISK] outside tests
  public AtomicFile(FileOps ops) {
    this.ops = ops;
  }

  /// Makes the file, or takes the place of one that is there. The caller holds the file's lock.
  public void replace(Path target, Body body) throws StoreException {
    RegularFile.look(target);
    long begun = System.nanoTime();
    try {
      write(target, body, ops::replace);
      ops.forceFolder(folder(target));
      Timings.PROCESS.done(Timing.REPLACE, begun);
    } catch (IOException e) {
      throw Failures.writing(e, target);
    }
  }

  /// Takes away what earlier calls of [#create] made and could not make sure of, if nobody changed it since. To be
  /// called before a name is looked for: otherwise the next try would stand beside the first one.
  public void clearStrays() throws StoreException {
    for (Path stray : List.copyOf(strays.keySet())) {
      try {
        Optional<BasicFileAttributes> now = RegularFile.look(stray);
        if (now.isPresent() && isSame(now.get(), strays.get(stray))) {
          ops.delete(stray);
        }
        strays.remove(stray);
      } catch (IOException e) {
        throw Failures.writing(e, stray);
      }
    }
  }

  private static boolean isSame(BasicFileAttributes now, BasicFileAttributes then) {
    return Objects.equals(now.fileKey(), then.fileKey())
        && now.size() == then.size()
        && now.lastModifiedTime().equals(then.lastModifiedTime());
  }

  /// Makes the file where there is none.
  ///
  /// @return false when there is one; it was left as it is
  public boolean create(Path target, Body body) throws StoreException {
    long begun = System.nanoTime();
    try {
      write(target, body, ops::moveToFree);
      forceNew(target);
      Timings.PROCESS.done(Timing.REPLACE, begun);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw Failures.writing(e, target);
    }
  }

  @FunctionalInterface
  private interface Move {
    void move(Path from, Path to) throws IOException;
  }

  /// The temporary file stays open, and so locked, until it has its name.
  private void write(Path target, Body body, Move move) throws IOException {
    try (TempFile temp = TempFile.beside(ops, target)) {
      try {
        writeForced(temp.channel(), body);
        move.move(temp.path(), target);
      } catch (IOException | RuntimeException e) {
        deleteAfter(e, temp.path());
        throw e;
      }
    }
  }

  /// A new file whose name could not be forced is taken away again: a second try would find its name taken.
  private void forceNew(Path target) throws IOException {
    try {
      ops.forceFolder(folder(target));
    } catch (IOException e) {
      if (!deleteAfter(e, target)) {
        strays.put(target, Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
      }
      throw e;
    }
  }

  private static Path folder(Path target) {
    return target.toAbsolutePath().getParent();
  }

  private void writeForced(FileChannel channel, Body body) throws IOException {
    OutputStream out = new BufferedOutputStream(new OpsOutput(ops, channel), 1 << 16);
    body.writeTo(out);
    out.flush();
    ops.force(channel, true);
  }

  private boolean deleteAfter(Exception error, Path made) {
    try {
      ops.delete(made);
      return true;
    } catch (IOException e) {
      error.addSuppressed(e); // It stays: a temporary file is hidden and harmless, a new one is whole.
      return false;
    }
  }
}
