package dev.chatstream.care.work;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Times as names of folders and files: `2026-11-23T20-45-00Z`. They sort by time, and no system minds a sign in them.
public final class UtcName {

  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'");

  private UtcName() {}

  /// The name of this second.
  public static String of(Instant time) {
    return FORM.format(time.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
  }

  /// The time that a name says; empty when it is no such name.
  public static Optional<Instant> parse(String name) {
    try {
      return Optional.of(LocalDateTime.parse(name, FORM).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /// What a person typed, in the form of a name: `2026-11-23 20:45` may be typed for the beginning of one.
  public static String typed(String text) {
    return text.strip().replace(':', '-').replace(' ', 'T');
  }
}
