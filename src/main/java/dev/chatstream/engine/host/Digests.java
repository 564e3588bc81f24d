package dev.chatstream.engine.host;

import dev.chatstream.core.file.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// Digests of large files, that can be interrupted.
final class Digests {
  private static final int BUFFER = 1 << 16;

  private Digests() {}

  /// Reads the whole file; an interrupt ends it between two blocks.
  static String sha256(Path file) throws IOException, InterruptedException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        stopIfInterrupted();
      }
    }
    return Sha256.end(digest);
  }

  static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
