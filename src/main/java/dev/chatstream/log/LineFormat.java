package dev.chatstream.log;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// A record as lines of the file and back: `2026-11-23 10:15:30,123 - logger - LEVEL - method:line - message`, the time
/// being that of the machine's zone.
///
/// A message of several lines becomes as many lines of the file. Each repeats the head, so that every line of the file
/// has the one form and a search for a level finds whole stack traces; from the second on the message begins with
/// [#CONTINUED]. A message can therefore never pass itself off as another record.
public final class LineFormat {

  /// What stands before the second and later lines of a message.
  static final String CONTINUED = "  | ";

  private static final String GAP = " - ";
  private static final int TIME_LENGTH = 23;
  /// With every character as six and every line with its head a record still fits one window of [LogTail].
  private static final int LONGEST_MESSAGE = 32 * 1024;

  private static final int MOST_LINES = 300;

  private LineFormat() {}

  /// The record as one or more whole lines, the last one ended too.
  public static String render(LogLine line) {
    StringBuilder out = new StringBuilder();
    render(line, out);
    return out.toString();
  }

  static void render(LogLine line, StringBuilder out) {
    String message = line.message();
    int end = Math.min(message.length(), LONGEST_MESSAGE);
    String head = head(line);
    String[] parts = message.substring(0, end).stripTrailing().split("\r?\n", -1);
    int shown = Math.min(parts.length, MOST_LINES);
    for (int i = 0; i < shown; i++) {
      out.append(head).append(i == 0 ? "" : CONTINUED);
      Visible.append(out, parts[i]);
      out.append('\n');
    }
    if (shown < parts.length || end < message.length()) {
      out.append(head).append(CONTINUED).append("... cut: a message of ").append(message.length());
      out.append(" characters\n");
    }
  }

  /// One line of the file, without its line end, as a record of one line; empty when it has another form.
  public static Optional<LogLine> parse(String text) {
    int logger = TIME_LENGTH + GAP.length();
    if (text.length() < logger || !text.startsWith(GAP, TIME_LENGTH)) {
      return Optional.empty();
    }
    int level = text.indexOf(GAP, logger);
    int place = level < 0 ? -1 : text.indexOf(GAP, level + GAP.length());
    int message = place < 0 ? -1 : text.indexOf(GAP, place + GAP.length());
    if (message < 0) {
      return Optional.empty();
    }
    try {
      String where = text.substring(place + GAP.length(), message);
      int colon = where.lastIndexOf(':');
      String method = where.substring(0, colon);
      int number = Integer.parseInt(where, colon + 1, where.length(), 10);
      return Optional.of(new LogLine(
          time(text),
          text.substring(logger, level),
          LogLevel.valueOf(text.substring(level + GAP.length(), place)),
          method.equals("?") ? "" : method,
          number == 0 ? -1 : number,
          text.substring(message + GAP.length())));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException _) {
      // Another form, which is an answer, not a failure.
      return Optional.empty();
    }
  }

  private static String head(LogLine line) {
    StringBuilder head = new StringBuilder(96);
    LocalDateTime time = LocalDateTime.ofInstant(line.time(), ZoneId.systemDefault());
    // By hand: the formatter of java.time costs more to load than all the rest of the log.
    pad(head, time.getYear(), 4).append('-');
    pad(head, time.getMonthValue(), 2).append('-');
    pad(head, time.getDayOfMonth(), 2).append(' ');
    pad(head, time.getHour(), 2).append(':');
    pad(head, time.getMinute(), 2).append(':');
    pad(head, time.getSecond(), 2).append(',');
    pad(head, time.getNano() / 1_000_000, 3).append(GAP);
    head.append(line.logger()).append(GAP).append(line.level()).append(GAP);
    head.append(line.method().isEmpty() ? "?" : line.method()).append(':').append(Math.max(0, line.line()));
    return head.append(GAP).toString();
  }

  private static StringBuilder pad(StringBuilder out, int value, int width) {
    String digits = Integer.toString(value);
    return out.repeat('0', Math.max(0, width - digits.length())).append(digits);
  }

  private static Instant time(String text) {
    LocalDateTime time = LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        number(text, 20, 23) * 1_000_000);
    return time.atZone(ZoneId.systemDefault()).toInstant();
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
