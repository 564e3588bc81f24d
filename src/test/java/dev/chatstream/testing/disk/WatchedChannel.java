package dev.chatstream.testing.disk;

import dev.chatstream.testing.disk.Call.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/// An open file of a [WatchedDisk].
final class WatchedChannel extends FileChannel {

  private final WatchedDisk disk;
  private final Path path;
  private final FileChannel real;
  private final long id;
  private final boolean folder;
  private final boolean appends;

  WatchedChannel(WatchedDisk disk, Path path, FileChannel real, long id, boolean folder, boolean appends) {
    this.disk = disk;
    this.path = path;
    this.real = real;
    this.id = id;
    this.folder = folder;
    this.appends = appends;
  }

  private Call call(Kind kind) {
    return Call.of(kind, path).on(id);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    Call call = call(Kind.READ).at(real.position());
    disk.watcher().before(call);
    try {
      return real.read(into);
    } catch (ClosedByInterruptException e) {
      throw closing(e);
    }
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    Call call = call(Kind.READ).at(position);
    disk.watcher().before(call);
    try {
      return real.read(into, position);
    } catch (ClosedByInterruptException e) {
      throw closing(e);
    }
  }

  /// An interrupt has closed the real one.
  private ClosedByInterruptException closing(ClosedByInterruptException interrupted) throws IOException {
    close();
    return interrupted;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return write(from, real.position(), true);
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    return write(from, position, false);
  }

  private int write(ByteBuffer from, long position, boolean moves) throws IOException {
    Call asked = call(Kind.WRITE).at(position);
    disk.watcher().before(asked);
    int count = Math.min(from.remaining(), disk.watcher().most(asked, from.remaining()));
    ByteBuffer part = from.slice(from.position(), count);
    byte[] bytes = new byte[count];
    part.get(0, bytes);
    long at = appends ? real.size() : position;
    int written = moves || appends ? real.write(part) : real.write(part, position);
    from.position(from.position() + written);
    disk.watcher().after(call(Kind.WRITE).at(at).writing(bytes));
    return written;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    Call call = call(folder ? Kind.FORCE_FOLDER : Kind.FORCE);
    disk.watcher().before(call);
    // The real force is left out: no real power is cut, and it is most of the time that a test takes.
    if (Thread.currentThread().isInterrupted() || !real.isOpen()) {
      real.force(metadata);
    }
    disk.watcher().after(call);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    Call call = call(Kind.CUT).at(size);
    disk.watcher().before(call);
    real.truncate(size);
    disk.watcher().after(call);
    return this;
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    disk.watcher().before(call(Kind.LOCK));
    if (disk.watcher().lockForAll()) {
      return new FreeLock(this, position, size, shared);
    }
    return real.tryLock(position, size, shared);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return tryLock(position, size, shared);
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  protected void implCloseChannel() throws IOException {
    disk.open.decrementAndGet();
    real.close();
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  /// A lock that keeps nobody off.
  private static final class FreeLock extends FileLock {

    FreeLock(FileChannel channel, long position, long size, boolean shared) {
      super(channel, position, size, shared);
    }

    @Override
    public boolean isValid() {
      return acquiredBy().isOpen();
    }

    @Override
    public void release() {
      // There is nothing to let go.
    }
  }
}
