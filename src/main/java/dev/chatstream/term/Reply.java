package dev.chatstream.term;

/// What a terminal answered to a question. Never a key, and never text.
///
/// @param kind what introduced it after ESC: `[`, `P` or `]`
/// @param body what followed, without the terminator of a string; it comes from outside and may hold anything
public record Reply(char kind, String body) {

  private static final int LONGEST = 10;

  /// True for a sequence that only an answer can be. `ESC [ 1 ; n R` is none: it is F3 with a modifier, and so nobody
  /// may ask for the position while the cursor stands in the first row.
  static boolean answers(String parameters, char last) {
    if (parameters.isEmpty()) {
      return false;
    }
    char first = parameters.charAt(0);
    return first == '?' || first == '>' || (last == 'R' && isPosition(parameters));
  }

  private static boolean isPosition(String parameters) {
    int parted = parameters.indexOf(';');
    boolean numbers = parameters.chars().allMatch(c -> c == ';' || (c >= '0' && c <= '9'));
    return numbers && parted > 0 && parted == parameters.lastIndexOf(';') && parameters.length() <= LONGEST
        && parted < parameters.length() - 1 && !parameters.startsWith("1;");
  }

  /// True when it says where the cursor is.
  public boolean position() {
    return kind == '[' && body.endsWith("R") && isPosition(body.substring(0, body.length() - 1));
  }

  /// The cursor's column, from 1.
  ///
  /// @throws IllegalStateException if it says something else
  public int column() {
    if (!position()) {
      throw new IllegalStateException("no position: " + body);
    }
    return Integer.parseInt(body.substring(body.indexOf(';') + 1, body.length() - 1));
  }
}
