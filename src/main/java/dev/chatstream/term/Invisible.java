package dev.chatstream.term;

/// Code points that show nothing by themselves, and which of them may reach a terminal.
final class Invisible {

  static final int BLACK_FLAG = 0x1F3F4;
  private static final int VARIATION_FIRST = 0xFE00;
  private static final int VARIATION_TEXT = 0xFE0E;
  private static final int VARIATION_EMOJI = 0xFE0F;

  private Invisible() {}

  /// Controls, direction controls, zero-width and other invisible characters, unassigned ones and private halves.
  static boolean dropped(int code) {
    if (code < 0x300) {
      return code < ' ' || (code >= 0x7F && code < 0xA0) || code == 0xAD;
    }
    return switch (Character.getType(code)) {
      case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
        true;
      case Character.UNASSIGNED -> (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF) || code >= 0xE0000;
      default -> selector(code) || blankLetter(code);
    };
  }

  /// The letters of the black flag's regions, as in the flag of Wales.
  static boolean isTag(int code) {
    return code >= 0xE0020 && code <= 0xE007F;
  }

  /// True for what may stand between the parts of an emoji.
  static boolean keepsPicture(int code) {
    return code == VARIATION_EMOJI || Character.isEmojiModifier(code);
  }

  /// True if a tab stop has to count it.
  static boolean advances(int code) {
    return !Graphemes.isExtending(code) && code != '\n';
  }

  private static boolean selector(int code) {
    return (code >= VARIATION_FIRST && code < VARIATION_TEXT) || (code >= 0xE0100 && code <= 0xE01EF)
        || (code >= 0x180B && code <= 0x180F);
  }

  /// Letters that show as nothing: fillers of Hangul, the grapheme joiner, the blank of Braille stays.
  private static boolean blankLetter(int code) {
    return code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0 || code == 0x34F
        || code == 0x17B4 || code == 0x17B5;
  }
}
