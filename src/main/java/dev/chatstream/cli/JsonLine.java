package dev.chatstream.cli;

import java.util.Map;
import java.util.StringJoiner;

/// A flat JSON object of texts and numbers on one line (RFC 8259).
final class JsonLine {

  private static final int FIRST_PRINTABLE = 0x20;

  private JsonLine() {}

  /// @param values texts, or whole numbers
  static String of(Map<String, ?> values) {
    StringJoiner object = new StringJoiner(",", "{", "}");
    values.forEach((name, value) -> object.add(
        quoted(name) + ":" + (value instanceof Number number ? number.toString() : quoted((String) value))));
    return object.toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < FIRST_PRINTABLE || c == 0x7F || Character.isSurrogate(c)) {
            quoted.append("\\u").append(hex(c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0000".substring(digits.length()) + digits;
  }
}
