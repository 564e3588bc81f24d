package dev.chatstream.term;

/// How the letters of Hangul join to syllables (rules GB6 to GB8 of UAX #29).
final class Hangul {

  private static final int SYLLABLES = 0xAC00;
  private static final int SYLLABLES_END = 0xD7A4;
  private static final int TAILS = 28;

  private Hangul() {}

  static boolean joins(int previous, int code) {
    if (code < 0x1100) {
      return false;
    }
    if (isLead(previous)) {
      return isLead(code) || isVowel(code) || isSyllable(code);
    }
    if (isVowel(previous) || isOpenSyllable(previous)) {
      return isVowel(code) || isTail(code);
    }
    return (isTail(previous) || isSyllable(previous)) && isTail(code);
  }

  static boolean isVowel(int code) {
    return (code >= 0x1160 && code <= 0x11A7) || (code >= 0xD7B0 && code <= 0xD7C6);
  }

  static boolean isTail(int code) {
    return (code >= 0x11A8 && code <= 0x11FF) || (code >= 0xD7CB && code <= 0xD7FB);
  }

  private static boolean isLead(int code) {
    return (code >= 0x1100 && code <= 0x115F) || (code >= 0xA960 && code <= 0xA97C);
  }

  private static boolean isSyllable(int code) {
    return code >= SYLLABLES && code < SYLLABLES_END;
  }

  private static boolean isOpenSyllable(int code) {
    return isSyllable(code) && (code - SYLLABLES) % TAILS == 0;
  }
}
