package dev.chatstream.core.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a parameter can be. Its values are those that JSON gives back: whole numbers, decimals, texts, lists, on or
/// off.
sealed interface ParameterType {

  /// What can be typed, in words.
  String range();

  /// The value of a text without blanks at its ends; empty when it has none.
  Optional<Object> read(String text);

  /// A number with or without a fraction.
  record Decimal(double least, double most) implements ParameterType {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    @Override
    public String range() {
      return "a number from " + plain(least) + " to " + plain(most);
    }

    @Override
    public Optional<Object> read(String text) {
      if (!FORM.matcher(text).matches()) {
        return Optional.empty();
      }
      BigDecimal number = new BigDecimal(text);
      if (number.doubleValue() < least || number.doubleValue() > most) {
        return Optional.empty();
      }
      // A file gives a number without a fraction back as a whole one.
      return Optional.of(number.scale() == 0 ? number.intValueExact() : number);
    }

    private static String plain(double value) {
      return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }
  }

  /// A whole number.
  record Whole(int least, int most) implements ParameterType {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,10}");

    @Override
    public String range() {
      return "a whole number from " + least + " to " + most;
    }

    @Override
    public Optional<Object> read(String text) {
      if (!FORM.matcher(text).matches()) {
        return Optional.empty();
      }
      long number = Long.parseLong(text);
      return number < least || number > most ? Optional.empty() : Optional.of((int) number);
    }
  }

  /// Texts, parted by commas.
  record Words(int most, int longest) implements ParameterType {

    @Override
    public String range() {
      return "up to " + most + " texts, parted by commas, each of up to " + longest + " characters";
    }

    @Override
    public Optional<Object> read(String text) {
      List<String> words = parted(text);
      boolean right = !words.isEmpty() && words.size() <= most
          && words.stream().allMatch(word -> word.length() <= longest);
      return right ? Optional.of(words) : Optional.empty();
    }

    private static List<String> parted(String text) {
      List<String> words = new ArrayList<>();
      StringBuilder word = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\' && i + 1 < text.length()) {
          char escaped = text.charAt(++i);
          word.append(escaped == 'n' ? '\n' : escaped);
        } else if (c == ',') {
          words.add(word.toString());
          word.setLength(0);
        } else if (!word.isEmpty() || c != ' ') {
          word.append(c);
        }
      }
      words.add(word.toString());
      words.removeIf(String::isEmpty);
      return List.copyOf(words);
    }

    /// As it is typed.
    static String text(List<?> words) {
      List<String> escaped = new ArrayList<>();
      for (Object word : words) {
        String text = String.valueOf(word).replace("\\", "\\\\").replace(",", "\\,").replace("\n", "\\n");
        escaped.add(text.startsWith(" ") ? "\\" + text : text);
      }
      return String.join(", ", escaped);
    }
  }

  /// How long something lasts: seconds, or numbers with units as Go writes them; below zero is for ever.
  record Span() implements ParameterType {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}|-?([0-9]{1,9}(\\.[0-9]{1,3})?(ms|s|m|h))+");

    @Override
    public String range() {
      return "a time such as 30s, 10m or 1h30m, 0, or -1 for ever";
    }

    @Override
    public Optional<Object> read(String text) {
      return FORM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
  }

  /// On, off, or how much.
  record Thinking() implements ParameterType {

    @Override
    public String range() {
      return "on, off, low, medium or high";
    }

    @Override
    public Optional<Object> read(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "on", "true" -> Optional.of(true);
        case "off", "false" -> Optional.of(false);
        case "low", "medium", "high" -> Optional.of(text.toLowerCase(Locale.ROOT));
        default -> Optional.empty();
      };
    }
  }
}
