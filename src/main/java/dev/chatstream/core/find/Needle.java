package dev.chatstream.core.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A word that is looked for, folded. Finding it takes time in proportion to the text alone, whatever the word and the
/// text are (Knuth, Morris and Pratt, 1977), and makes no copy of the text. Safe for all threads.
public final class Needle {

  /// Nobody types a longer one; what follows is not compared.
  static final int LONGEST = 200;

  private final String word;
  private final int[] shorter;

  private Needle(String word) {
    this.word = word;
    this.shorter = shorter(word);
  }

  /// What is typed; empty where nothing of it can be compared.
  public static Optional<Needle> of(String typed) {
    String folded = Folding.fold(typed);
    String word = folded.substring(0, Math.min(LONGEST, folded.length()));
    return word.isEmpty() ? Optional.empty() : Optional.of(new Needle(word));
  }

  /// What is compared.
  public String word() {
    return word;
  }

  /// Whether it stands anywhere in this text.
  public boolean in(CharSequence text) {
    return find(text, 0).isPresent();
  }

  /// Its first place from this character on; accents that stand by themselves belong to it.
  public Optional<Span> find(CharSequence text, int from) {
    int[] starts = new int[word.length()];
    int matched = 0;
    int folded = 0;
    char first = word.charAt(0);
    for (int at = from; at < text.length();) {
      char c = text.charAt(at);
      if (matched == 0 && Folding.isAscii(c) && Folding.ascii(c) != first) {
        at++;
        continue;
      }
      int code = Character.codePointAt(text, at);
      String parts = Folding.fold(code);
      int next = at + Character.charCount(code);
      for (int i = 0; i < parts.length(); i++) {
        starts[folded++ % starts.length] = at;
        matched = step(matched, parts.charAt(i));
        if (matched == word.length()) {
          return Optional.of(new Span(starts[folded % starts.length], end(text, next)));
        }
      }
      at = next;
    }
    return Optional.empty();
  }

  /// All its places, one after the other, `most` at the most.
  public List<Span> all(CharSequence text, int most) {
    List<Span> found = new ArrayList<>();
    Optional<Span> next = find(text, 0);
    while (next.isPresent() && found.size() < most) {
      found.add(next.get());
      next = find(text, next.get().end());
    }
    return found;
  }

  private int step(int matched, char c) {
    int length = matched;
    while (length > 0 && word.charAt(length) != c) {
      length = shorter[length - 1];
    }
    return word.charAt(length) == c ? length + 1 : 0;
  }

  private static int end(CharSequence text, int from) {
    int end = from;
    while (end < text.length()) {
      int code = Character.codePointAt(text, end);
      if (!Folding.fold(code).isEmpty()) {
        break;
      }
      end += Character.charCount(code);
    }
    return end;
  }

  /// For each beginning of the word: the length of the longest shorter beginning that it ends with.
  private static int[] shorter(String word) {
    int[] lengths = new int[word.length()];
    int length = 0;
    for (int i = 1; i < word.length(); i++) {
      while (length > 0 && word.charAt(i) != word.charAt(length)) {
        length = lengths[length - 1];
      }
      length += word.charAt(i) == word.charAt(length) ? 1 : 0;
      lengths[i] = length;
    }
    return lengths;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Needle needle && needle.word.equals(word);
  }

  @Override
  public int hashCode() {
    return word.hashCode();
  }

  @Override
  public String toString() {
    return word;
  }
}
