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
      throw closing(channel, new StoreException(
          new StoreFailure.Unreadable(path.getFileName().toString(), e.getMessage()), e));
    } catch (IOException e) {
      throw closing(channel, Failures.reading(e, path));
    }
  }

  private static StoreException closing(FileChannel channel, StoreException error) {
    try {
      channel.close();
    } catch (IOException e) {
      error.addSuppressed(e);
    }
    return error;
  }

  private static byte[] head(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate((int) Math.min(Dialect.HEAD_BYTES, channel.size()));
    while (head.hasRemaining() && channel.read(head, head.position()) >= 0) {
      // A read may bring less than was asked for.
    }
    return Arrays.copyOf(head.array(), head.position());
  }
}
