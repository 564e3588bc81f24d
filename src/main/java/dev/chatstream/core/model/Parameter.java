package dev.chatstream.core.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be set about how a model answers, by the names of Ollama's API. Types and ranges are those that Ollama and
/// the built-in engine take.
public enum Parameter {
  TEMPERATURE("temperature", new ParameterType.Decimal(0, 5), "0.8",
      "How much chance there is in the answer; 0 is none."),
  TOP_P("top_p", new ParameterType.Decimal(0, 1), "0.9", "Only the likeliest words that together make up this share."),
  TOP_K("top_k", new ParameterType.Whole(0, 100_000), "40", "Only so many of the likeliest words; 0 is all."),
  MIN_P("min_p", new ParameterType.Decimal(0, 1), "0",
      "Only words that have at least this share of the likeliest one's chance."),
  NUM_CTX("num_ctx", new ParameterType.Whole(256, 1 << 20), "8192",
      "Tokens that the model sees at once. More takes more memory; a change loads it anew."),
  SEED("seed", new ParameterType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE), "by chance",
      "The same number and the same question give the same answer."),
  STOP("stop", new ParameterType.Words(16, 256), "none",
      "The answer ends before any of these. Commas part them; \\n is a line end, \\, a comma."),
  REPEAT_PENALTY("repeat_penalty", new ParameterType.Decimal(0.01, 10), "1.1",
      "Above 1 the model repeats itself less."),
  NUM_PREDICT("num_predict", new ParameterType.Whole(-2, 1 << 20), "-1",
      "The longest answer in tokens; -1 is without a limit, -2 as long as the window holds."),
  KEEP_ALIVE("keep_alive", new ParameterType.Span(), "5m",
      "How long the model stays in memory: 30s, 10m, 1h30m; 0 is not at all, -1 for ever."),
  THINK("think", new ParameterType.Thinking(), "the model's",
      "Whether the model thinks before it answers, and how much.");

  private final String wireName;
  private final ParameterType type;
  private final String usual;
  private final String help;

  Parameter(String wireName, ParameterType type, String usual, String help) {
    this.wireName = wireName;
    this.type = type;
    this.usual = usual;
    this.help = help;
  }

  /// Its name in the API, in files and on the screen.
  public String wireName() {
    return wireName;
  }

  /// What it is when nobody set it, in words.
  public String usual() {
    return usual;
  }

  /// One sentence about it.
  public String help() {
    return help;
  }

  /// What can be typed, in words, such as `0 to 1`.
  public String range() {
    return type.range();
  }

  /// What is wrong with a text that was typed for it, as a sentence; empty when it is right.
  public Optional<String> wrong(String text) {
    return type.read(text.strip()).isPresent()
        ? Optional.empty()
        : Optional.of(wireName + " is " + type.range() + ", not \"" + text.strip() + "\".");
  }

  /// The value of a text; empty when it is wrong.
  public Optional<Object> read(String text) {
    return type.read(text.strip());
  }

  /// A value of a file, if it is one that this can have.
  public Optional<Object> accept(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof List<?>
        ? type.read(text(value)).filter(read -> same(read, value))
        : Optional.empty();
  }

  /// A number that stands for the same is taken, a text that looks like a number isn't.
  private static boolean same(Object read, Object value) {
    return read instanceof Number && value instanceof Number || read.equals(value);
  }

  /// A value as it is typed.
  public String text(Object value) {
    return switch (value) {
      case List<?> words -> ParameterType.Words.text(words);
      case Boolean on -> on ? "on" : "off";
      case BigDecimal number -> number.toPlainString();
      default -> String.valueOf(value);
    };
  }

  /// The parameter of this name.
  public static Optional<Parameter> byName(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(name)).findFirst();
  }
}
