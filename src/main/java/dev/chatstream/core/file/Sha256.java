package dev.chatstream.core.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, written in lower-case hexadecimal.
public final class Sha256 {

  private Sha256() {}

  /// A digest to feed.
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The result of a digest that was fed.
  public static String end(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Of these bytes.
  public static String of(byte[] bytes) {
    MessageDigest digest = start();
    digest.update(bytes);
    return end(digest);
  }

  /// Of a text's UTF-8 bytes.
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
