package dev.chatstream.core.preference;

import java.util.List;
import java.util.Locale;

/// What a setting can be. Values are texts, as they stand in the file. Nothing here may load what the first frame does
/// without: these are read before it.
sealed interface PreferenceType {

  /// What is allowed, in words.
  String range();

  /// Whether this text, without blanks at its ends, is a value.
  boolean fits(String text);

  /// A value as it is compared and kept.
  default String plain(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The value after this one where there are few; the same where there are many.
  default String next(String value) {
    return value;
  }

  /// One of some words.
  record OneOf(List<String> words) implements PreferenceType {

    static OneOf of(String... words) {
      return new OneOf(List.of(words));
    }

    @Override
    public String range() {
      String last = words.getLast();
      return String.join(", ", words.subList(0, words.size() - 1)) + " or " + last;
    }

    @Override
    public boolean fits(String text) {
      return words.contains(plain(text));
    }

    @Override
    public String next(String value) {
      return words.get((words.indexOf(value) + 1) % words.size());
    }
  }

  /// A whole number.
  record Whole(int least, int most) implements PreferenceType {

    @Override
    public String range() {
      return "a whole number from " + least + " to " + most;
    }

    @Override
    public boolean fits(String text) {
      boolean digits = !text.isEmpty() && text.length() <= 9;
      for (int i = 0; i < text.length(); i++) {
        digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
      }
      return digits && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }

    @Override
    public String plain(String text) {
      return Integer.toString(Integer.parseInt(text));
    }
  }

  /// One of some words, or a number.
  record WordOrWhole(OneOf words, Whole number) implements PreferenceType {

    @Override
    public String range() {
      return String.join(", ", words.words()) + ", or " + number.range();
    }

    @Override
    public boolean fits(String text) {
      return words.fits(text) || number.fits(text);
    }

    @Override
    public String plain(String text) {
      return words.fits(text) ? words.plain(text) : number.plain(text);
    }

    @Override
    public String next(String value) {
      return words.next(value);
    }
  }

  /// Words as they are typed.
  record Words(String what, int longest) implements PreferenceType {

    @Override
    public String range() {
      return what;
    }

    @Override
    public boolean fits(String text) {
      boolean visible = text.length() <= longest;
      for (int i = 0; i < text.length(); i++) {
        visible &= !Character.isISOControl(text.charAt(i));
      }
      return visible;
    }

    @Override
    public String plain(String text) {
      return text;
    }
  }
}
