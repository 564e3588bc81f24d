package dev.chatstream.term;

import com.googlecode.lanterna.TerminalSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// An exam of the terminal in words, for whoever reads a report of a bug.
public final class TerminalReport {

  /// The variables that tell of one.
  private static final Map<String, String> MULTIPLEXERS =
      new TreeMap<>(Map.of("TMUX", "tmux", "STY", "screen", "ZELLIJ", "zellij"));

  private static final double NANOS = 1e9;

  /// Less than this is lost in how long answers differ anyhow.
  private static final long LEAST_LOAD_NANOS = 3_000_000;

  private final TerminalFindings found;
  private final Map<String, String> environment;
  private final TerminalTraits traits;

  /// @param environment as of the process: TERM, COLORTERM, LANG, TMUX and the like
  public TerminalReport(TerminalFindings found, Map<String, String> environment) {
    this.found = found;
    this.environment = environment;
    this.traits = TerminalTraits.from(environment);
  }

  /// The lines, most of them `name: words`.
  public List<String> lines(TerminalSize size) {
    List<String> lines = new ArrayList<>();
    lines.add("Terminal: TERM is " + said("TERM") + (found.name().isEmpty() ? "" : ", it calls itself " + found.name())
        + ".");
    lines.add("Between: " + between() + ".");
    lines.add("Size: " + size.getColumns() + " columns, " + size.getRows() + " rows.");
    lines.add("Colours: " + colours() + ".");
    lines.add("Characters: " + (traits.unicode() ? "UTF-8" : "ASCII only, as the locale isn't UTF-8") + " (" + locale()
        + ").");
    if (!found.answers()) {
      lines.add("Answers: none within 3 s. The rest can't be told; nothing here waits for answers.");
      return lines;
    }
    lines.add("Answers: after " + millis(found.tripNanos()) + ".");
    lines.add("Speed: " + speed() + ".");
    lines.add("Paste: " + mode(2004, "pastes are marked as such", "pastes are told by how fast they come") + ".");
    lines.add("Keys: " + keys() + ".");
    lines.add("Frames at once: " + mode(2026, "yes", "no; long frames may be seen half drawn") + ".");
    lines.add("Clipboard: " + clipboard() + ".");
    widths(lines);
    return lines;
  }

  private String said(String name) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? "not set" : value;
  }

  private String between() {
    List<String> all = new ArrayList<>();
    if (environment.containsKey("SSH_CONNECTION") || environment.containsKey("SSH_TTY")) {
      all.add("SSH");
    }
    MULTIPLEXERS.forEach((variable, name) -> {
      if (environment.containsKey(variable)) {
        all.add(name);
      }
    });
    boolean named = MULTIPLEXERS.keySet().stream().anyMatch(environment::containsKey);
    if (!named && environment.getOrDefault("TERM", "").startsWith("screen")) {
      all.add("screen or tmux, as TERM has it");
    }
    return all.isEmpty() ? "neither SSH nor a multiplexer is seen" : String.join(", ", all);
  }

  private String colours() {
    String depth = switch (traits.depth()) {
      case NONE -> "none";
      case SIXTEEN -> "16";
      case TWO_FIFTY_SIX -> "256";
      case TRUE_COLOUR -> "24 bits";
    };
    return depth + " (TERM " + said("TERM") + ", COLORTERM " + said("COLORTERM") + ", NO_COLOR " + said("NO_COLOR")
        + ")";
  }

  private String locale() {
    for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      if (!environment.getOrDefault(name, "").isEmpty()) {
        return name + "=" + environment.get(name);
      }
    }
    return "no locale is set";
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }

  private String speed() {
    if (found.loadNanos() < LEAST_LOAD_NANOS) {
      return "faster than " + found.loadBytes() + " bytes can tell";
    }
    long bytes = Math.round(found.loadBytes() / (found.loadNanos() / NANOS));
    String more = bytes < 5_000 ? "; --slow=" + 8 * bytes + " suits it" : "";
    return "about " + bytes + " bytes a second (" + found.loadBytes() + " took " + millis(found.loadNanos()) + ")"
        + more;
  }

  private String mode(int number, String known, String unknown) {
    return switch (found.mode(number)) {
      case 1, 2, 3 -> known;
      case 0, 4 -> unknown;
      default -> "it doesn't say";
    };
  }

  private String keys() {
    return found.kittyKeys()
        ? "reported in full (kitty's protocol): Shift-Enter differs from Enter"
        : found.otherKeys()
            ? "reported by xterm's modifyOtherKeys where that is on"
            : "not reported in full: Shift-Enter looks like Enter";
  }

  private String clipboard() {
    if (found.clipboard()) {
      return "the terminal says that it takes texts (OSC 52)";
    }
    return environment.containsKey("TMUX")
        ? "tmux takes texts (OSC 52) if set-clipboard is on, and passes them on if the terminal can"
        : "it doesn't say whether it takes texts (OSC 52); some do without saying so";
  }

  private void widths(List<String> lines) {
    List<WidthSample> samples = WidthSample.ALL;
    if (!traits.unicode() || found.columns().size() != samples.size()) {
      lines.add("Widths: not known.");
      return;
    }
    lines.add("Widths, in columns:");
    for (int i = 0; i < samples.size(); i++) {
      int drawn = found.columns().get(i);
      int counted = samples.get(i).counted();
      lines.add("  " + samples.get(i).name() + ": " + drawn
          + (drawn == counted ? "" : ", counted as " + counted + " here; what follows it is placed anew"));
    }
  }
}
