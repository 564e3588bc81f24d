package dev.chatstream.log;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// Keeps secrets out of the log: values that were registered, and what stands where passwords and tokens always stand
/// (in an Authorization header, before the @ of an address). Any thread.
public final class Secrets {

  private static final String SHOWN = "***";
  private static final int SHORTEST = 4;
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
  private static final Pattern USER_INFO = Pattern.compile("://[^/\\s@]+@");
  private static final List<String> VALUES = new CopyOnWriteArrayList<>();

  private Secrets() {}

  /// From now on this value is written as `***`, also in records that wait already.
  ///
  /// @param secret one of fewer than four characters is left alone: it would cut holes into ordinary words
  public static void register(String secret) {
    if (secret == null || secret.length() < SHORTEST || VALUES.contains(secret)) {
      return;
    }
    VALUES.add(secret);
    // The longest first: one secret may hold another, and half of it must not stay behind.
    VALUES.sort(Comparator.comparingInt(String::length).reversed());
  }

  /// The text without secrets.
  static String redact(String text) {
    String clean = text;
    for (String value : VALUES) {
      clean = clean.replace(value, SHOWN);
    }
    if (clean.contains("://")) {
      clean = USER_INFO.matcher(clean).replaceAll("://" + SHOWN + "@");
    }
    return BEARER.matcher(clean).replaceAll("$1 " + SHOWN);
  }
}
