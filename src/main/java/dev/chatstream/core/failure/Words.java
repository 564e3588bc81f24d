package dev.chatstream.core.failure;

/// Small helpers for sentences that people read.
final class Words {

  private Words() {}

  static String orElse(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : inside(text);
  }

  /// The words of somebody else within a sentence of ours: without a full stop of their own.
  static String inside(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
