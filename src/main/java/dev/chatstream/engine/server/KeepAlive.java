package dev.chatstream.engine.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A call's `keep_alive`: seconds, or a Go duration such as `5m` or `1h30m`; negative is for ever, 0 is at once.
final class KeepAlive {
  static final Duration FOR_EVER = Duration.ofDays(36_500);
  private static final Duration STANDARD = Duration.ofMinutes(5);
  private static final Pattern FORM = Pattern.compile("([-+]?)((?:\\d{1,9}(?:\\.\\d{1,9})?(?:ns|us|µs|ms|s|m|h))+|0)");
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");
  private static final Map<String, Double> SECONDS =
      Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "m", 60.0, "h", 3600.0);

  private KeepAlive() {}

  /// @throws ApiException 400 when it is neither
  static Duration of(JsonNode value) throws ApiException {
    if (value.isMissingNode() || value.isNull()) {
      return STANDARD;
    }
    if (value.isNumber()) {
      return bounded(value.doubleValue());
    }
    Matcher form = FORM.matcher(value.isTextual() ? value.textValue() : "");
    if (!form.matches()) {
      return Fields.wrong("keep_alive", "seconds or a duration such as \"5m\"");
    }
    double seconds = 0;
    Matcher part = PART.matcher(form.group(2));
    while (part.find()) {
      seconds += Double.parseDouble(part.group(1)) * SECONDS.get(part.group(2));
    }
    return bounded(form.group(1).equals("-") ? -seconds : seconds);
  }

  private static Duration bounded(double seconds) {
    if (seconds < 0 || seconds > FOR_EVER.toSeconds()) {
      return FOR_EVER;
    }
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
