package dev.chatstream.core.doubles;

import dev.chatstream.core.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Stands for a normal form: 128 bits of its SHA-256. Two texts that somebody made to look alike can't be.
///
/// @param high never zero, so that zero can mean none
public record TextKey(long high, long low) {

  /// Makes keys; used by one thread.
  public static final class Maker {
    private final MessageDigest digest = Sha256.start();

    /// The key of a normal form.
    public TextKey of(String normal) {
      ByteBuffer hash = ByteBuffer.wrap(digest.digest(normal.getBytes(StandardCharsets.UTF_8)));
      return new TextKey(hash.getLong() | 1, hash.getLong());
    }
  }
}
