package dev.chatstream.core.preference;

import dev.chatstream.core.preference.PreferenceType.OneOf;
import dev.chatstream.core.preference.PreferenceType.Whole;
import dev.chatstream.core.preference.PreferenceType.WordOrWhole;
import dev.chatstream.core.preference.PreferenceType.Words;
import java.util.Optional;

/// The settings of the program, as people call them: the one table of which the checks of the file, the file itself,
/// the window and `docs/settings.md` are made.
public enum Preference {
  THEME("theme", new Words("the name of a theme", 64), "",
      "The colours. Without one: the terminal's own, and none where it has none."),
  COLOURS("colours", OneOf.of("auto", "none", "16", "256", "truecolour"), "auto",
      "How many colours the terminal shows; auto goes by NO_COLOR, COLORTERM and TERM."),
  WIDEST_TEXT("widest_text", new Whole(40, 400), "100", "How many columns the text of a chat takes at most."),
  LONG_LINES("long_lines", OneOf.of("wrap", "cut"), "wrap",
      "Code and tables that are too wide are wrapped, or cut at the edge and moved by keys."),
  THINKING("thinking", OneOf.of("folded", "open"), "folded",
      "What a model thought before its answer is one line at first, or stands there whole."),
  SLOW_LINE("slow_line", new WordOrWhole(OneOf.of("auto", "on", "off"), new Whole(300, 99_999_999)), "auto",
      "Send little, as over a slow line: always, never, or offered when the line answers late; a number is its bits a "
          + "second."),
  WINDOW("window", new Whole(256, 1 << 20), "8192",
      "How many tokens a model sees at once in chats without a num_ctx of their own. More takes more memory."),
  PREWARM("prewarm", OneOf.of("on", "off"), "on",
      "Load the model when typing starts, so that the first answer doesn't wait for it."),
  STALL_SECONDS("stall_seconds", new Whole(1, 99_999), "30",
      "After how many seconds without a word a reply is said to have stalled."),
  EDITOR("editor", new Words("a command", 200), "", "The editor. Without one: what VISUAL or EDITOR names."),
  PAGER("pager", new Words("a command", 200), "", "The pager. Without one: what PAGER names."),
  BACKUP("backup", OneOf.of("daily", "off"), "daily", "Back everything up by itself once a day, or never."),
  BACKUP_KEEP("backup_keep", new Whole(1, 100_000), "30", "How many backups are kept; the three newest always are."),
  BACKUP_DAYS("backup_days", new Whole(1, 100_000), "90", "After how many days a backup may go."),
  TRASH_DAYS("trash_days", new Whole(1, 100_000), "30", "After how many days what is in the trash may go."),
  QUARANTINE_DAYS("quarantine_days", new Whole(1, 100_000), "90",
      "After how many days the clean-up takes damaged parts that were put aside."),
  LOG_LEVEL("log_level", OneOf.of("error", "warn", "info", "debug", "trace"), "info",
      "What the log keeps: this and what weighs more.");

  private final String key;
  private final PreferenceType type;
  private final String usual;
  private final String help;

  Preference(String key, PreferenceType type, String usual, String help) {
    this.key = key;
    this.type = type;
    this.usual = usual;
    this.help = help;
  }

  /// Its name, in the file and on the screen.
  public String key() {
    return key;
  }

  /// Its value when nobody set it; an empty text is none.
  public String usual() {
    return usual;
  }

  /// One sentence about it.
  public String help() {
    return help;
  }

  /// What is allowed, in words.
  public String range() {
    return type.range();
  }

  /// Whether there are so few values that one key can go through them.
  public boolean flips() {
    return !type.next(usual).equals(usual);
  }

  /// The value after this one.
  public String next(String value) {
    return type.next(value);
  }

  /// The value that a text stands for; empty when it is none. An empty text is the usual value.
  public Optional<String> read(String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return Optional.of(usual);
    }
    return type.fits(bare) ? Optional.of(type.plain(bare)) : Optional.empty();
  }

  /// What is wrong with a text, as a sentence; empty when it is a value.
  public Optional<String> wrong(String text) {
    return read(text).isPresent()
        ? Optional.empty()
        : Optional.of(key + " is " + type.range() + ", not \"" + text.strip() + "\".");
  }

  /// The setting of this name.
  public static Optional<Preference> byKey(String key) {
    for (Preference each : values()) {
      if (each.key.equals(key)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
