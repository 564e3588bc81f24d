package dev.chatstream.term;

/// The numbers between `ESC [` and the last character: fields parted by `;`, parts of a field by `:`.
final class Parameters {

  private static final int PART_OF_KEY_SHIFTED = 1;
  private static final int PART_OF_MODIFIER_EVENT = 1;
  private static final int EVENT_RELEASE = 3;

  private final String[] fields;

  private Parameters(String[] fields) {
    this.fields = fields;
  }

  /// The numbers; null if there is anything else: `?` and `>` begin replies, never keys.
  static Parameters of(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if ((c < '0' || c > '9') && c != ';' && c != ':') {
        return null;
      }
    }
    return new Parameters(text.isEmpty() ? new String[0] : text.split(";", -1));
  }

  int size() {
    return fields.length;
  }

  /// The first part of a field; the default if it isn't given or too long to mean anything.
  int at(int field, int otherwise) {
    return part(field, 0, otherwise);
  }

  /// The kitty protocol's shifted form of the key; 0 if not given.
  int shifted() {
    return part(0, PART_OF_KEY_SHIFTED, 0);
  }

  /// True for the kitty protocol's "key was let go".
  boolean released() {
    return part(1, PART_OF_MODIFIER_EVENT, 1) == EVENT_RELEASE;
  }

  private int part(int field, int part, int otherwise) {
    if (field >= fields.length) {
      return otherwise;
    }
    String[] parts = fields[field].split(":", -1);
    boolean given = part < parts.length && !parts[part].isEmpty() && parts[part].length() <= 7;
    return given ? Integer.parseInt(parts[part]) : otherwise;
  }
}
