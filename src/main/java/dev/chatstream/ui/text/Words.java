package dev.chatstream.ui.text;

/// Numbers as people read them: exact when small, rounded when long. Put together by hand: the JDK's formatter loads
/// the data of all languages, which takes a tenth of the way to the first frame.
public final class Words {

  private static final long KILO = 1_000;
  private static final long KIBI = 1_024;
  private static final long MEGA = 1_000_000;
  private static final long GIGA = 1_000_000_000;

  private Words() {}

  /// Bytes: `812 B`, `98 kB`, `98.4 MB`, `2.0 GB`.
  public static String bytes(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    if (bytes < MEGA) {
      return Math.round(bytes / (double) KILO) + " kB";
    }
    return bytes < GIGA ? decimal(bytes / (double) MEGA) + " MB" : decimal(bytes / (double) GIGA) + " GB";
  }

  /// How fast an answer comes: `31 tok/s`, `0.4 tok/s`, `<0.1 tok/s`.
  ///
  /// @param pieces at least 1
  /// @param seconds at least 1
  public static String speed(long pieces, long seconds) {
    if (pieces >= seconds) {
      return pieces / seconds + " tok/s";
    }
    double slow = pieces / (double) seconds;
    return (slow < 0.1 ? "<0.1" : decimal(slow)) + " tok/s";
  }

  /// A span of time: `0:06`, `2:10`, `1 h 18 min`.
  public static String span(long seconds) {
    if (seconds < 3600) {
      return seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /// A short time: `0.84 ms`, `4.1 ms`, `120 ms`, `1.2 s`.
  public static String time(long nanos) {
    double millis = nanos / (double) MEGA;
    if (millis >= KILO) {
      return decimal(millis / KILO) + " s";
    }
    if (millis >= 10) {
      return Math.round(millis) + " ms";
    }
    long hundredths = Math.round(millis * 100);
    return hundredths >= 100
        ? decimal(millis) + " ms"
        : "0." + (hundredths < 10 ? "0" : "") + hundredths + " ms";
  }

  /// A count of tokens: `812`, `3.1k`, `128k`; windows are powers of two, so that 8,192 is `8k`.
  public static String tokens(long tokens) {
    if (tokens < KILO) {
      return String.valueOf(tokens);
    }
    if (tokens % KIBI == 0) {
      return tokens / KIBI + "k";
    }
    return tokens < 10 * KILO ? decimal(tokens / (double) KILO) + "k" : Math.round(tokens / (double) KILO) + "k";
  }

  /// A count with its noun: `1 task`, `3 tasks`, `2,004 tasks`.
  public static String count(long count, String noun) {
    return grouped(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /// A number as `2,004`.
  public static String grouped(long count) {
    StringBuilder digits = new StringBuilder().append(count);
    int first = count < 0 ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  private static String decimal(double value) {
    long tenths = Math.round(value * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
