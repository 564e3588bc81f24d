package dev.chatstream.term;

/// What a cell can be besides coloured. Lanterna's `SGR` has no dim, which every theme here uses.
public enum Attribute {
  BOLD(1),
  DIM(2),
  ITALIC(3),
  UNDERLINE(4),
  REVERSE(7),
  CROSSED_OUT(9);

  private final int code;

  Attribute(int code) {
    this.code = code;
  }

  /// The parameter of the SGR sequence that turns it on.
  int code() {
    return code;
  }

  int bit() {
    return 1 << ordinal();
  }
}
