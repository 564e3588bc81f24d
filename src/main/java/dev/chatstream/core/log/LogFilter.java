package dev.chatstream.core.log;

/// Which records a reader of the log wants to see.
///
/// @param atLeast the least weighty level that is shown
/// @param text what the logger, the method or the message has to hold, in capitals or not; empty: anything
public record LogFilter(LogLevel atLeast, String text) {

  /// Every record.
  public static final LogFilter ALL = new LogFilter(LogLevel.TRACE, "");

  /// Whether the record is wanted.
  public boolean matches(LogLine line) {
    return line.level().compareTo(atLeast) <= 0
        && (text.isEmpty() || holds(line.message()) || holds(line.logger()) || holds(line.method()));
  }

  private boolean holds(String where) {
    int last = where.length() - text.length();
    for (int at = 0; at <= last; at++) {
      if (where.regionMatches(true, at, text, 0, text.length())) {
        return true;
      }
    }
    return false;
  }
}
