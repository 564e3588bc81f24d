package dev.chatstream.term;

import java.util.List;

/// A text whose width terminals don't agree about.
///
/// @param name what it is, in words
record WidthSample(String name, String text) {

  static final List<WidthSample> ALL = List.of(
      new WidthSample("a letter with an accent", "\u00E9"),
      new WidthSample("a letter and an accent of its own", "e\u0301"),
      new WidthSample("a line", "\u2500"),
      new WidthSample("a Chinese character", "\u6F22"),
      new WidthSample("a Korean syllable", "\uD55C"),
      new WidthSample("a Thai letter with a mark", "\u0E01\u0E47"),
      new WidthSample("an old emoji", "\u2705"),
      new WidthSample("an emoji", "\uD83D\uDE00"),
      new WidthSample("a sign made an emoji", "\u2764\uFE0F"),
      new WidthSample("an emoji with a skin tone", "\uD83D\uDC4D\uD83C\uDFFD"),
      new WidthSample("a flag", "\uD83C\uDDE9\uD83C\uDDEA"),
      new WidthSample("a family", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67"));

  /// The columns that this program counts for it.
  int counted() {
    return DisplayWidth.of(text);
  }
}
