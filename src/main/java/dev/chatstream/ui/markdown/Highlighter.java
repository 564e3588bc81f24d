package dev.chatstream.ui.markdown;

import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Colours the words of code, line by line: comments, strings, numbers, keywords. It knows no grammar and does not
/// pretend to: what it isn't sure of stays plain. A library of grammars would cost megabytes and the time of regular
/// expressions that text from a model can choose; this costs one look at each character.
final class Highlighter {

  private static final Ink KEYWORD = Ink.of(ThemeRole.CODE_KEYWORD);
  private static final Ink STRING = Ink.of(ThemeRole.CODE_STRING);
  private static final Ink COMMENT = Ink.of(ThemeRole.CODE_COMMENT);
  private static final Ink NUMBER = Ink.of(ThemeRole.CODE_NUMBER);
  private static final int OVER_LINES = 3;

  private final Language language;
  private final List<Line.Run> runs = new ArrayList<>();
  private String line = "";
  private int plainFrom;
  /// What ends the comment or the string that goes on from the line before; empty when none does.
  private String until;

  private Highlighter(Language language, String until) {
    this.language = language;
    this.until = until;
  }

  /// For code of the language of this name, from its first line on.
  static Highlighter of(String name) {
    return new Highlighter(Languages.named(name), "");
  }

  /// One that goes on from where this one stands.
  Highlighter copy() {
    return new Highlighter(language, until);
  }

  /// The next line's runs.
  List<Line.Run> runs(String next) {
    line = next;
    runs.clear();
    plainFrom = 0;
    int at = until.isEmpty() ? 0 : goOn(0, 0);
    while (at < line.length()) {
      at = word(at);
    }
    plain(line.length());
    return List.copyOf(runs);
  }

  private int word(int at) {
    for (String sign : language.lineComments()) {
      if (line.startsWith(sign, at) && startsComment(sign, at)) {
        return put(at, line.length(), COMMENT);
      }
    }
    if (!language.commentStart().isEmpty() && line.startsWith(language.commentStart(), at)) {
      until = language.commentEnd();
      return goOn(at, at + language.commentStart().length());
    }
    for (String quote : language.quotes()) {
      if (line.startsWith(quote, at)) {
        return string(quote, at);
      }
    }
    char c = line.charAt(at);
    if (Character.isDigit(c)) {
      return put(at, end(at), NUMBER);
    }
    return inWord(c) ? name(at) : at + 1;
  }

  /// `#` inside a word (`a#b`, `$#`) is none.
  private boolean startsComment(String sign, int at) {
    return !sign.equals("#") || at == 0 || Character.isWhitespace(line.charAt(at - 1));
  }

  private int name(int at) {
    int end = end(at);
    String name = line.substring(at, end);
    boolean keyword = language.keywords().contains(language.anyCase() ? name.toLowerCase(Locale.ROOT) : name);
    return keyword ? put(at, end, KEYWORD) : end;
  }

  private int end(int at) {
    int end = at + 1;
    while (end < line.length() && inWord(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private int string(String quote, int at) {
    if (quote.length() == OVER_LINES) {
      until = quote;
      return goOn(at, at + OVER_LINES);
    }
    int end = at + 1;
    while (end < line.length() && line.charAt(end) != quote.charAt(0)) {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    // Unclosed: an apostrophe, a lifetime, a prime. Only that sign is passed over.
    return end < line.length() ? put(at, end + 1, STRING) : at + 1;
  }

  /// On with what may take several lines, which starts at `from`; its end is looked for from `inside` on.
  private int goOn(int from, int inside) {
    Ink ink = until.equals(language.commentEnd()) ? COMMENT : STRING;
    int found = line.indexOf(until, inside);
    int end = found < 0 ? line.length() : found + until.length();
    until = found < 0 ? until : "";
    return put(from, end, ink);
  }

  private int put(int from, int to, Ink ink) {
    plain(from);
    runs.add(new Line.Run(line.substring(from, to), ink));
    plainFrom = to;
    return to;
  }

  private void plain(int to) {
    if (plainFrom < to) {
      runs.add(new Line.Run(line.substring(plainFrom, to), Ink.CODE));
    }
    plainFrom = to;
  }
}
