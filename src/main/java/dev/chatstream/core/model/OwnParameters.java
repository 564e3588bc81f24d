package dev.chatstream.core.model;

import java.util.EnumMap;
import java.util.Map;

/// The parameters that a model brings along, as a server tells them: a line each, the name, blanks, the value, texts in
/// quotes. They hold where a chat sets nothing.
public final class OwnParameters {

  private OwnParameters() {}

  /// These lines as they are shown; several of one name are parted by commas. The window is not among them: it always
  /// goes along with a question.
  public static Map<Parameter, String> read(String lines) {
    Map<Parameter, String> values = new EnumMap<>(Parameter.class);
    lines.lines().map(String::strip).forEach(line -> {
      int blank = line.indexOf(' ');
      String value = blank < 0 ? "" : unquoted(line.substring(blank).strip());
      Parameter.byName(blank < 0 ? line : line.substring(0, blank))
          .filter(parameter -> parameter != Parameter.NUM_CTX && !value.isEmpty())
          .ifPresent(parameter -> values.merge(parameter, value, (one, more) -> one + ", " + more));
    });
    return values;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
