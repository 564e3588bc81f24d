package dev.chatstream.core.preference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines of the file of settings: `name = value` a line, `#` before a comment. Reading tells each mistake with its
/// place; writing changes the one line that it is about. A line may keep the carriage return at its end.
public final class PreferenceLines {

  private static final String ALLOWED = ". Allowed: ";

  private PreferenceLines() {}

  /// Reads the lines. What can't be followed counts as if it weren't there.
  public static Preferences read(List<String> lines) {
    if (lines.isEmpty()) {
      return Preferences.USUAL;
    }
    Map<Preference, String> set = new EnumMap<>(Preference.class);
    List<Problem> problems = new ArrayList<>();
    Map<Preference, Integer> places = new EnumMap<>(Preference.class);
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), i + 1, set, places, problems);
    }
    return new Preferences(set, problems);
  }

  private static void line(
      String line, int number, Map<Preference, String> set, Map<Preference, Integer> places, List<Problem> problems) {
    String bare = withoutMark(line);
    int begin = firstLetter(bare, 0);
    if (begin == bare.length() || bare.charAt(begin) == '#') {
      return;
    }
    int column = line.length() - bare.length() + begin + 1;
    int equals = bare.indexOf('=');
    if (equals < 0) {
      problems.add(new Problem(
          number, column, "There is no = in this line, which is left out. A line is name = value."));
      return;
    }
    String name = bare.substring(0, equals).strip();
    Optional<Preference> known = Preference.byKey(name);
    if (known.isEmpty()) {
      problems.add(new Problem(number, column, unknown(name)));
      return;
    }
    Preference preference = known.get();
    String value = bare.substring(equals + 1).strip();
    Optional<String> read = preference.read(value);
    if (read.isEmpty()) {
      int at = line.length() - bare.length() + firstLetter(bare, equals + 1) + 1;
      problems.add(new Problem(number, at, wrong(preference, value, set)));
      return;
    }
    if (places.containsKey(preference)) {
      problems.add(new Problem(number, column,
          name + " stands in line " + places.get(preference) + ", too. This line counts."));
    }
    places.put(preference, number);
    set.put(preference, read.get());
  }

  private static String unknown(String name) {
    List<String> names = Arrays.stream(Preference.values()).map(Preference::key).toList();
    return "No setting is called " + name + "."
        + NearName.of(name, names).map(near -> " Did you mean " + near + "?").orElse("")
        + " The line stays and does nothing.";
  }

  private static String wrong(Preference preference, String value, Map<Preference, String> set) {
    String taken = set.getOrDefault(preference, preference.usual());
    return preference.key() + " can't be " + value + ALLOWED + preference.range() + ". "
        + (taken.isEmpty() ? "It counts as not set." : taken + " counts instead.");
  }

  /// Some editors put a byte order mark before the first line.
  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static int firstLetter(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The lines with this value: the last line that sets it is changed, else one that has it as a comment, else a new
  /// one comes at the end. Of an empty file a whole one is made.
  ///
  /// @param value an empty one makes a comment of the line again
  public static List<String> with(List<String> lines, Preference preference, String value) {
    List<String> changed = new ArrayList<>(lines.isEmpty() ? whole() : lines);
    int at = last(changed, preference.key(), false);
    int comment = last(changed, preference.key(), true);
    if (value.isEmpty()) {
      for (int i = 0; i <= at; i++) {
        if (names(changed.get(i), preference.key(), false)) {
          changed.set(i, "#" + withValue(changed.get(i), preference.usual()));
        }
      }
    } else if (at >= 0) {
      changed.set(at, withValue(changed.get(at), value));
    } else if (comment >= 0) {
      changed.set(comment, withValue(changed.get(comment).strip().substring(1).strip(), value));
    } else {
      changed.add(preference.key() + " = " + value);
    }
    return changed;
  }

  /// A file for a person: each setting as a comment, with what it is for.
  public static List<String> whole() {
    List<String> lines = new ArrayList<>();
    lines.add("# Settings of Async Chat Stream. A line without # counts; the value behind # is the usual one.");
    lines.add("# The program takes a change up at once. In the program: /settings.");
    for (Preference each : Preference.values()) {
      lines.add("");
      lines.add("# " + each.help());
      lines.add("# Allowed: " + each.range() + ".");
      lines.add("#" + each.key() + " = " + each.usual());
    }
    return lines;
  }

  private static String withValue(String line, String value) {
    int equals = line.indexOf('=');
    int begin = equals + 1;
    while (begin < line.length() && (line.charAt(begin) == ' ' || line.charAt(begin) == '\t')) {
      begin++;
    }
    String head = line.substring(0, begin);
    String tail = line.endsWith("\r") ? "\r" : "";
    return (head.endsWith("=") && line.strip().endsWith("=") ? head + " " : head) + value + tail;
  }

  private static int last(List<String> lines, String key, boolean comment) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (names(lines.get(i), key, comment)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean names(String line, String key, boolean comment) {
    String bare = withoutMark(line).strip();
    if (comment != bare.startsWith("#")) {
      return false;
    }
    String text = comment ? bare.substring(1) : bare;
    int equals = text.indexOf('=');
    return equals > 0 && text.substring(0, equals).strip().equals(key);
  }
}
