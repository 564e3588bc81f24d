package dev.chatstream.cli;

import java.util.Optional;

/// The flags that stand before or after any command. The one table of them: picocli's model is built from it, and so is
/// the short way to the screen.
enum GlobalFlag {
  HOME("--home", "", "DIR", "the data root (default: $ASYNC_CHAT_HOME, else the program's folder)"),
  HOST("--host", "", "HOST",
      "the model server, by address or by a name of yours (default: $OLLAMA_HOST, the last one, or 127.0.0.1:11434)"),
  MODEL("--model", "-m", "MODEL", "the model that answers (default: the last one)"),
  EMBEDDED("--embedded", "", "", "use the built-in engine"),
  ENGINE_MODEL("--engine-model", "", "FILE|URL", "a GGUF model for the built-in engine"),
  ENGINE_SHA256("--engine-sha256", "", "HEX", "what that model's SHA-256 must be"),
  THEME("--theme", "", "NAME", "the colours of the screen"),
  SLOW("--slow", "", "BITS", "the line is slow; with its bits a second after a =, such as --slow=9600"),
  LOG_LEVEL("--log-level", "", "LEVEL", "error, warn, info, debug or trace (default: info)"),
  VERBOSE("--verbose", "-v", "", "log to standard error too, where no screen is up"),
  TRAIN("--train", "", "", "");

  private static final GlobalFlag[] ALL = values();

  private final String longName;
  private final String shortName;
  private final String valueLabel;
  private final String description;

  GlobalFlag(String longName, String shortName, String valueLabel, String description) {
    this.longName = longName;
    this.shortName = shortName;
    this.valueLabel = valueLabel;
    this.description = description;
  }

  /// Its names, the short one first.
  String[] names() {
    return shortName.isEmpty() ? new String[] {longName} : new String[] {shortName, longName};
  }

  /// How its value is called in the help; empty for a switch.
  String valueLabel() {
    return valueLabel;
  }

  /// One line for the help; empty for a flag that only the launcher uses.
  String description() {
    return description;
  }

  boolean takesValue() {
    return !valueLabel.isEmpty();
  }

  /// True when its value may be left out, and so only counts behind a `=`.
  boolean valueOptional() {
    return this == SLOW;
  }

  /// The flag of this name.
  static Optional<GlobalFlag> byName(String name) {
    for (GlobalFlag flag : ALL) {
      if (flag.longName.equals(name) || (!flag.shortName.isEmpty() && flag.shortName.equals(name))) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }
}
