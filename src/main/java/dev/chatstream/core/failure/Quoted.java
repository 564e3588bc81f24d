package dev.chatstream.core.failure;

/// What somebody else said, within a sentence of ours.
final class Quoted {

  private Quoted() {}

  static String orElse(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : inside(text);
  }

  /// The words of somebody else within a sentence of ours: without a full stop of their own.
  static String inside(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
