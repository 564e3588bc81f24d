package dev.chatstream.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Adds bytes to the end of an open file, all of them or none: after an error the file is cut back to what it was.
public final class AppendFile {

  private final FileOps ops;

  /// @param ops [FileOps#DISK] outside tests
  public AppendFile(FileOps ops) {
    this.ops = ops;
  }

  /// Appends and forces. The caller holds the file's lock, and `end` is the file's length.
  ///
  /// @throws IOException when it was not done; then the file was cut back, unless the error carries a suppressed one
  public void append(FileChannel channel, long end, byte[] bytes) throws IOException {
    try {
      ops.write(channel, ByteBuffer.wrap(bytes), end);
      ops.force(channel, false);
    } catch (IOException | RuntimeException e) {
      cutAfter(e, channel, end);
      throw e;
    }
  }

  /// Cuts the file and forces it.
  public void cut(FileChannel channel, long length) throws IOException {
    ops.truncate(channel, length);
    ops.force(channel, false);
  }

  private void cutAfter(Exception error, FileChannel channel, long length) {
    try {
      cut(channel, length);
    } catch (IOException e) {
      error.addSuppressed(e); // What lies beyond the old end is looked at by the next append.
    }
  }
}
