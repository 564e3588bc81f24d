package dev.chatstream.ui.widget;

import dev.chatstream.term.Graphemes;

/// Where a caret can stand in a text: between what people see as characters, and at the ends of words. A fold is one
/// character and one word.
final class Places {

  private final CharSequence text;
  private final Folds folds;

  Places(CharSequence text, Folds folds) {
    this.text = text;
    this.folds = folds;
  }

  /// One character back.
  int before(int place) {
    if (place == 0) {
      return 0;
    }
    return folds.at(text, place - Folds.LENGTH) ? place - Folds.LENGTH : Graphemes.previous(text, place);
  }

  /// One character ahead.
  int after(int place) {
    if (place >= text.length()) {
      return place;
    }
    return folds.at(text, place) ? place + Folds.LENGTH : Graphemes.next(text, place);
  }

  /// The start of the word that ends here or before.
  int wordStart(int place) {
    int at = place;
    while (at > 0 && !wordBefore(at)) {
      at = before(at);
      if (folds.at(text, at)) {
        return at;
      }
    }
    while (at > 0 && wordBefore(at)) {
      at -= Character.charCount(Character.codePointBefore(text, at));
    }
    return at;
  }

  /// The end of the word that starts here or after.
  int wordEnd(int place) {
    int at = place;
    while (at < text.length() && !wordAt(at)) {
      boolean fold = folds.at(text, at);
      at = after(at);
      if (fold) {
        return at;
      }
    }
    while (at < text.length() && wordAt(at)) {
      at += Character.charCount(Character.codePointAt(text, at));
    }
    return at;
  }

  private boolean wordBefore(int place) {
    return ofWord(Character.codePointBefore(text, place));
  }

  private boolean wordAt(int place) {
    return ofWord(Character.codePointAt(text, place));
  }

  /// Letters and digits of any script, and the marks that belong to them.
  private static boolean ofWord(int code) {
    int type = Character.getType(code);
    return Character.isLetterOrDigit(code)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
