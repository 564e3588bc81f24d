package dev.chatstream.core.run;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as a person types it, such as `90s`, `30m` or `8h`.
public final class TimeSpan {

  /// What can be typed, in words.
  public static final String EXAMPLES = "a time such as 90s, 30m or 8h";

  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");
  private static final long MINUTE = 60;

  private TimeSpan() {}

  /// Reads it; a number alone is seconds. Empty for what is none, and for 0.
  public static Optional<Duration> read(String typed) {
    Matcher found = SPAN.matcher(typed.strip());
    if (!found.matches() || Long.parseLong(found.group(1)) == 0) {
      return Optional.empty();
    }
    long number = Long.parseLong(found.group(1));
    return Optional.of(switch (String.valueOf(found.group(2))) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    });
  }

  /// As it is typed, in the largest unit that says it exactly.
  public static String text(Duration span) {
    long seconds = span.toSeconds();
    if (seconds % (MINUTE * MINUTE) == 0) {
      return seconds / (MINUTE * MINUTE) + "h";
    }
    return seconds % MINUTE == 0 ? seconds / MINUTE + "m" : seconds + "s";
  }
}
