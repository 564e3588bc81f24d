package dev.chatstream.cli;

import java.util.Locale;

/// Bytes as people read them.
final class Sizes {

  private static final long KB = 1024;
  private static final long MB = KB * KB;
  private static final long GB = KB * MB;

  private Sizes() {}

  /// Such as `812 bytes`, `3.4 KB`, `1.2 GB`.
  static String words(long bytes) {
    if (bytes < KB) {
      return count(bytes, "byte");
    }
    if (bytes < MB) {
      return tenths(bytes, KB) + " KB";
    }
    return bytes < GB ? tenths(bytes, MB) + " MB" : tenths(bytes, GB) + " GB";
  }

  /// Such as `1 file`, `3 files`.
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static String tenths(long bytes, long unit) {
    return String.format(Locale.ROOT, "%.1f", (double) bytes / unit);
  }
}
