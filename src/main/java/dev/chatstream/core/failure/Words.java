package dev.chatstream.core.failure;

/// Small helpers for sentences that people read.
final class Words {

  private Words() {}

  static String orElse(String text, String otherwise) {
    return text == null || text.isBlank() ? otherwise : text.strip();
  }
}
