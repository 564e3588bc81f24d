package dev.chatstream.store.convert;

import dev.chatstream.core.file.Sha256;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;

/// The SHA-256 of a file, by which it is known again.
final class SourceHash {

  private static final int CHUNK = 1 << 20;

  private SourceHash() {}

  static String of(Path file, Watch watch) throws StoreException {
    MessageDigest digest = Sha256.start();
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    try (FileChannel channel = RegularFile.openToRead(file)) {
      while (channel.read(chunk.clear()) >= 0) {
        digest.update(chunk.flip());
        watch.progress(channel.position(), channel.size());
      }
    } catch (IOException e) {
      throw Failures.reading(e, file);
    }
    return Sha256.end(digest);
  }
}
