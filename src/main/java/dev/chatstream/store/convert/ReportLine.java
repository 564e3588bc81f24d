package dev.chatstream.store.convert;

/// How one row or message was read.
///
/// @param number of the row or message in its file, from 1
/// @param line of the file where it begins, from 1; 0 where that is not known
/// @param index the number that people see; empty for a message
/// @param role who wrote it
/// @param text its text, whole
/// @param doubt why it may be otherwise, in words; empty when it was read for certain
public record ReportLine(long number, long line, String index, String role, String text, String doubt) {

  private static final int SHOWN = 60;

  /// Whether there is no other way to read it.
  public boolean certain() {
    return doubt.isEmpty();
  }

  /// The beginning of its text, on one line.
  public String beginning() {
    String line = text.length() > 4 * SHOWN ? text.substring(0, 4 * SHOWN) : text;
    String shown = line.strip().replaceAll("\\s+", " ");
    return shown.codePointCount(0, shown.length()) <= SHOWN
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, SHOWN)) + "...";
  }
}
