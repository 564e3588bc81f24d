package dev.chatstream.store.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file's content was when it was read or written, to see whether somebody else changed it since.
///
/// @param size in bytes
/// @param modifiedMillis when it was last written; a hint only, never proof of sameness
/// @param sha256 of the content, in hexadecimal
public record Fingerprint(long size, long modifiedMillis, String sha256) {

  /// Whether the content is the same, whenever it was written.
  public boolean sameContent(Fingerprint other) {
    return size == other.size && sha256.equals(other.sha256);
  }

  /// A digest to feed with the content.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The digest's result as the field [#sha256] has it.
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The SHA-256 of a text's UTF-8 bytes.
  static String hex(String text) {
    MessageDigest digest = digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return hex(digest);
  }
}
