package dev.chatstream.core.reduce;

/// Names that are proposed for chats.
final class ChatNames {

  private static final int LENGTH = 60;

  private ChatNames() {}

  /// The first line of this text, cut at a word where there is one in the second half.
  static String proposal(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    if (line.codePointCount(0, line.length()) <= LENGTH) {
      return line;
    }
    String head = line.substring(0, line.offsetByCodePoints(0, LENGTH));
    int space = head.lastIndexOf(' ');
    return space > LENGTH / 2 ? head.substring(0, space) : head;
  }
}
