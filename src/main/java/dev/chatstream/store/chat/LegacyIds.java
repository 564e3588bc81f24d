package dev.chatstream.store.chat;

import dev.chatstream.core.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.nio.ByteBuffer;
import java.util.UUID;

/// Ids for chats, messages and rows that have none: the same content gets the same id at every reading. They have the
/// form of UUID version 7, with a hash where the random bits stand.
public final class LegacyIds {

  private LegacyIds() {}

  /// The id of a chat of the original program: its time and how it begins never change, however long it grows.
  static UUID chat(Instant time, String firstRole, String firstContent) {
    return id(time, "chat", firstRole, firstContent);
  }

  /// The id of a message that has none.
  static UUID message(UUID chat, Instant time, int position, String role, String content) {
    return id(time.plusMillis(position), chat.toString(), Integer.toString(position), role + '\n' + content);
  }

  /// The id of a row of a list that has none.
  ///
  /// @param fileSha256 of the file that it was read from, in hexadecimal
  /// @param row its number in that file, from 1
  public static UUID row(String fileSha256, long row) {
    return id(Instant.ofEpochMilli(row), "row", fileSha256, Long.toString(row));
  }

  private static UUID id(Instant time, String... parts) {
    MessageDigest digest = Sha256.start();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = (time.toEpochMilli() << 16) | 0x7000L | (hash.getLong() & 0x0FFFL);
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
