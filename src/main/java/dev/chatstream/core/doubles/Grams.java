package dev.chatstream.core.doubles;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/// What texts are compared by: pairs of neighbouring words, and for texts of few words groups of letters, as one
/// changed
/// word of three would leave next to nothing in common. A character of a script without spaces is a word of its own, so
/// that there pairs of characters are compared. Texts of a middling length have both, so that a short one and one that
/// is a little longer can be compared.
///
/// @param words hashes of the pairs of words, sorted, each once; empty for a text of few words
/// @param letters hashes of the groups of letters, sorted, each once; empty for a text of many words
public record Grams(int[] words, int[] letters) {

  /// From this many words on, pairs of words are compared.
  static final int FROM_WORDS = 6;

  /// Up to this many words, letters are compared.
  static final int TO_LETTERS = 9;

  private static final int PRIME = 0x01000193;
  private static final int START = 0x811C9DC5;
  private static final int FIRST_CJK = 0x0E00;

  /// Those of a normal form.
  public static Grams of(String normal) {
    int[] words = hashes(normal);
    int[] none = {};
    return new Grams(
        words.length >= FROM_WORDS ? sortedOnce(pairs(words)) : none,
        words.length <= TO_LETTERS ? sortedOnce(letters(normal)) : none);
  }

  /// How much of what either has both have, from 0 to 1 (Jaccard); by the better of the two ways.
  public double likeness(Grams other) {
    return Math.max(shared(words, other.words), shared(letters, other.letters));
  }

  private static double shared(int[] one, int[] other) {
    if (one.length == 0 || other.length == 0) {
      return 0;
    }
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        both++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) both / (one.length + other.length - both);
  }

  /// A hash for each word.
  private static int[] hashes(String normal) {
    int[] found = new int[Math.max(8, normal.length() / 4)];
    int count = 0;
    int hash = 0;
    for (int i = 0; i < normal.length();) {
      int point = normal.codePointAt(i);
      i += Character.charCount(point);
      boolean alone = withoutSpaces(point);
      if ((point == ' ' || alone) && hash != 0) {
        found = put(found, count, mixed(hash));
        count++;
        hash = 0;
      }
      if (alone) {
        found = put(found, count, mixed(point));
        count++;
      } else if (point != ' ') {
        hash = ((hash == 0 ? START : hash) ^ point) * PRIME | 1 << 31;
      }
    }
    if (hash != 0) {
      found = put(found, count, mixed(hash));
      count++;
    }
    return Arrays.copyOf(found, count);
  }

  private static int[] put(int[] into, int at, int value) {
    int[] array = at < into.length ? into : Arrays.copyOf(into, 2 * into.length);
    array[at] = value;
    return array;
  }

  private static int[] pairs(int[] words) {
    int[] pairs = new int[words.length - 1];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = mixed(31 * words[i] + words[i + 1]);
    }
    return pairs;
  }

  /// Three letters each, over the gaps between words; two where the script has no spaces.
  private static int[] letters(String normal) {
    int[] text = (" " + normal + " ").codePoints().toArray();
    int[] groups = new int[text.length];
    int count = 0;
    for (int i = 0; i + 1 < text.length; i++) {
      boolean two = withoutSpaces(text[i]) || withoutSpaces(text[i + 1]);
      if (two || i + 2 < text.length) {
        groups[count] = mixed((text[i] * 31 + text[i + 1]) * 31 + (two ? 7 : text[i + 2]));
        count++;
      }
    }
    return Arrays.copyOf(groups, count);
  }

  private static boolean withoutSpaces(int point) {
    if (point < FIRST_CJK) {
      return false;
    }
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static int[] sortedOnce(int[] hashes) {
    Arrays.sort(hashes);
    int count = 0;
    for (int i = 0; i < hashes.length; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[count] = hashes[i];
        count++;
      }
    }
    return Arrays.copyOf(hashes, count);
  }

  /// The last step of MurmurHash3: each bit of the input reaches each of the output.
  static int mixed(int value) {
    int h = value;
    h = (h ^ h >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
