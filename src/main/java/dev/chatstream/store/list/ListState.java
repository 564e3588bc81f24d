package dev.chatstream.store.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/// By what a list is recognised as unchanged without reading it.
///
/// @param length in bytes
/// @param modifiedNanos when it was last written, since the epoch
/// @param tailCrc CRC-32C of its last bytes
record ListState(long length, long modifiedNanos, int tailCrc) {

  private static final int TAIL = 512;
  private static final int CHUNK = 64 * 1024;

  static ListState of(Path file, FileChannel channel) throws IOException {
    long length = channel.size();
    long modified =
        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).to(TimeUnit.NANOSECONDS);
    return new ListState(length, modified, tailCrc(channel, length));
  }

  /// The CRC-32C of the bytes before this place.
  static int tailCrc(FileChannel channel, long length) throws IOException {
    return crc(channel, Math.max(0, length - TAIL), length);
  }

  /// The CRC-32C of a part of an array.
  static int crc(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  /// The CRC-32C of a part of a file.
  static int crc(FileChannel channel, long from, long to) throws IOException {
    CRC32C crc = new CRC32C();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (long at = from; at < to;) {
      chunk.clear().limit((int) Math.min(CHUNK, to - at));
      int read = channel.read(chunk, at);
      if (read < 0) {
        break;
      }
      crc.update(chunk.flip());
      at += read;
    }
    return (int) crc.getValue();
  }
}
