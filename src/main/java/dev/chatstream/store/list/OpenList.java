package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/// A list's file, open, with the dialect that it is written in.
record OpenList(Path path, FileChannel channel, Dialect dialect) implements AutoCloseable {

  static OpenList toRead(Path path) throws StoreException {
    return with(path, RegularFile.openToRead(path));
  }

  static OpenList toWrite(Path path, FileOps ops) throws StoreException {
    if (RegularFile.look(path).isEmpty()) {
      throw new StoreException(new StoreFailure.Missing(path.getFileName().toString()));
    }
    try {
      return with(path, ops.open(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)));
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  StoreException unreadable(String reason) {
    return new StoreException(new StoreFailure.Unreadable(name(), reason));
  }

  /// Why so many rows can't follow, in words; empty when they can.
  String refusal(long maxIndex, int more) {
    if (dialect.position(Columns.CONTENT) < 0) {
      return "it has no column named " + Columns.CONTENT;
    }
    return maxIndex > Long.MAX_VALUE - more ? "its largest index leaves no room for more" : "";
  }

  /// @param refusal from [#refusal]
  StoreException notAppendable(String refusal) {
    return new StoreException(new StoreFailure.NotAppendable(name(), refusal));
  }

  /// Refuses rows that would lose their text or have no number.
  void requireAppendable(long maxIndex, int more) throws StoreException {
    String refusal = refusal(maxIndex, more);
    if (!refusal.isEmpty()) {
      throw notAppendable(refusal);
    }
  }

  @Override
  public void close() throws StoreException {
    try {
      channel.close();
    } catch (IOException e) {
      throw Failures.writing(e, path);
    }
  }

  private static OpenList with(Path path, FileChannel channel) throws StoreException {
    try {
      return new OpenList(path, channel, Dialect.of(head(channel)));
    } catch (BadList e) {
      throw Failures.closing(channel, new StoreException(
          new StoreFailure.Unreadable(path.getFileName().toString(), e.getMessage()), e));
    } catch (IOException e) {
      throw Failures.closing(channel, Failures.reading(e, path));
    }
  }

  private static byte[] head(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate((int) Math.min(Dialect.HEAD_BYTES, channel.size()));
    while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return Arrays.copyOf(head.array(), head.position());
  }
}
