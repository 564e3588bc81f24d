package dev.chatstream.term;

/// Which text moves the cursor of every terminal by the same number of columns.
///
/// Letters, punctuation and lines that all terminals draw in one column, and ideographs that all draw in two. Emoji,
/// clusters, marks and scripts that terminals shape or turn are not steady: their widths differ between terminals and
/// versions, so the screen places the cursor anew after them and no row drifts.
final class Steady {

  private Steady() {}

  static boolean text(String text) {
    return text.length() == 1 && one(text.charAt(0));
  }

  private static boolean one(char c) {
    return c >= ' ' && c < 0x7F
        || c >= 0xA1 && c < 0x300 && c != 0xAD && c != 0xA9 && c != 0xAE
        || c >= 0x370 && c < 0x483
        || c >= 0x48A && c < 0x530
        || c >= 0x2010 && c < 0x2028
        || c >= 0x2030 && c < 0x203C
        || c >= 0x2500 && c < 0x25A0
        || c >= 0x3041 && c < 0x3097
        || c >= 0x30A0 && c < 0x3100
        || c >= 0x4E00 && c < 0x9FF0
        || c >= 0xAC00 && c < 0xD7A4;
  }
}
