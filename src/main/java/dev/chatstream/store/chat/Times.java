package dev.chatstream.store.chat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The times in a chat's file: ISO 8601 in UTC, and the original program's `yyyyMMdd_HHmmss` (taken as UTC, because
/// it names no zone).
final class Times {

  private static final DateTimeFormatter ORIGINAL = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");

  private Times() {}

  /// As the original program wrote it.
  static String original(Instant time) {
    return ORIGINAL.format(time.atOffset(ZoneOffset.UTC));
  }

  /// Reads either form.
  static Instant parse(String text) throws IOException {
    try {
      if (text.length() == 15 && text.charAt(8) == '_') {
        return LocalDateTime.parse(text, ORIGINAL).toInstant(ZoneOffset.UTC);
      }
      boolean date = text.indexOf('T') > 0;
      boolean zone = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
      if (date && !zone) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      }
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw new BadChat("\"" + text + "\" is not a time");
    }
  }
}
