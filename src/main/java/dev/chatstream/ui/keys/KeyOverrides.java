package dev.chatstream.ui.keys;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.preference.NearName;
import dev.chatstream.core.preference.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A person's own keys, over those that come with the program: a line each, `save = ^S, F2, Esc s` with the command
/// word of an action, or `log.filter = /, f` with the name of a motion in a window. A line gives all the keys of what
/// it names; one without keys takes them away. `#` begins a comment. A line that can't be followed changes nothing and
/// is told with its number.
public final class KeyOverrides {

  /// What the lines made.
  ///
  /// @param problems the lines that were not followed
  public record Read(Keymap keys, List<Problem> problems) {}

  /// Keys that terminals, multiplexers or SSH keep, or that can't be told from others.
  private static final Set<String> KEPT = Set.of("^I", "^M", "^H", "^[", "^B", "^]", "^^", "^\\", "^_", "^@");

  private final List<Problem> problems = new ArrayList<>();

  private KeyOverrides() {}

  /// Puts these lines over the keys.
  public static Read over(Keymap defaults, List<String> lines) {
    KeyOverrides reader = new KeyOverrides();
    List<Override> wanted = reader.read(lines);
    return new Read(reader.applied(defaults, wanted), List.copyOf(reader.problems));
  }

  /// How a motion is called in the file, as `log.page-up`.
  public static String name(Context context, Motion motion) {
    return word(context.name()) + "." + word(motion.name());
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<Override> read(List<String> lines) {
    List<Override> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          Override next = parse(line, i + 1);
          if (read.stream().anyMatch(earlier -> earlier.names(next))) {
            throw new BadLine(0, next.name() + " stands here twice; the first line counts");
          }
          read.add(next);
        } catch (BadLine wrong) {
          int indent = lines.get(i).indexOf(line);
          tell(i + 1, indent + wrong.at + 1, wrong.getMessage());
        }
      }
    }
    return read;
  }

  private static Override parse(String line, int number) {
    int equals = line.indexOf('=');
    if (equals <= 0) {
      throw new BadLine(0, "a line is NAME = KEY, KEY");
    }
    String name = line.substring(0, equals).strip();
    Optional<Action> action = Action.byWord(name);
    Optional<Override> motion = motion(name, number);
    if (action.isEmpty() && motion.isEmpty()) {
      throw new BadLine(0, "nothing is called " + name
          + NearName.of(name, names()).map(near -> "; did you mean " + near + "?").orElse(""));
    }
    Override found = motion.orElseGet(() -> new Override(number, name, action.get(), null, null, List.of()));
    List<Key> keys = new ArrayList<>();
    String written = line.substring(equals + 1).strip();
    int from = equals + 1;
    for (String key : written.isEmpty() ? new String[0] : written.split(",\\s+")) {
      int at = line.indexOf(key, from);
      try {
        keys.add(checked(KeyNames.parse(key.strip()), found));
      } catch (IllegalArgumentException wrong) {
        throw new BadLine(at, wrong.getMessage());
      }
      from = at + key.length();
    }
    return new Override(number, name, found.action(), found.context(), found.motion(), keys);
  }

  private static Optional<Override> motion(String name, int number) {
    for (Context context : Context.values()) {
      for (Motion motion : DefaultKeys.keymap().motions(context).keySet()) {
        if (name.equalsIgnoreCase(name(context, motion))) {
          return Optional.of(new Override(number, name, null, context, motion, List.of()));
        }
      }
    }
    return Optional.empty();
  }

  private static Key checked(Key key, Override of) {
    String name = KeyNames.of(key);
    if (KEPT.contains(name)) {
      throw new IllegalArgumentException("terminals keep " + name + " for themselves");
    }
    boolean writes = of.action() != null || of.context() == Context.INPUT || of.context() == Context.PICKER;
    if (writes && key.typed()) {
      throw new IllegalArgumentException(name + " is text there");
    }
    if (of.action() != null && key.equals(Key.of(KeyCode.ESCAPE))) {
      throw new IllegalArgumentException("Esc backs out of things");
    }
    return key;
  }

  /// Leaves out the later one of two lines that are after the same key, until no key is bound twice; the keys that come
  /// with the program are never bound twice.
  private Keymap applied(Keymap defaults, List<Override> wanted) {
    List<Override> left = new ArrayList<>(wanted);
    while (true) {
      KeymapBuilder builder = new KeymapBuilder(defaults, left);
      Optional<KeymapBuilder.Clash> clash = builder.clash();
      if (clash.isEmpty()) {
        return builder.keymap();
      }
      left.remove(clash.get().refused());
      tell(clash.get().refused().line(), 1, clash.get().sentence());
    }
  }

  private void tell(int line, int column, String what) {
    problems.add(new Problem(line, column, what + (what.endsWith("?") ? "" : ".") + " The usual keys stay."));
  }

  /// All that a line can begin with.
  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Action action : Action.values()) {
      names.add(action.word());
    }
    for (Context context : Context.values()) {
      DefaultKeys.keymap().motions(context).keySet().forEach(motion -> names.add(name(context, motion)));
    }
    return names;
  }

  /// A file for a person: all names as comments, with the keys that they have.
  public static String whole() {
    StringBuilder text = new StringBuilder("""
        # Your own keys, over those of the program. A line without # counts: NAME = KEY, KEY gives all the keys of
        # what it names, one without keys takes them away. ^S is Ctrl-S, Esc s is Esc and then s (or Alt-S).
        """);
    Keymap keys = DefaultKeys.keymap();
    for (Action action : Action.values()) {
      line(text, action.word(), keys.keys(action));
    }
    for (Context context : Context.values()) {
      keys.motions(context).forEach((motion, bound) -> line(text, name(context, motion), bound));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, List<Key> keys) {
    List<String> names = keys.stream().map(KeyNames::of).toList();
    text.append(("#" + name + " = " + String.join(", ", names)).strip()).append('\n');
  }

  /// A line that can't be followed.
  private static final class BadLine extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /// Where in the line, from 0.
    private final int at;

    BadLine(int at, String message) {
      super(message);
      this.at = at;
    }
  }

  /// A line of the file: an action, or a motion in a context.
  record Override(int line, String name, Action action, Context context, Motion motion, List<Key> keys) {

    boolean names(Override other) {
      return action == other.action && context == other.context && motion == other.motion;
    }

    boolean isOf(Action other) {
      return action == other;
    }

    boolean isOf(Context otherContext, Motion other) {
      return context == otherContext && motion == other;
    }
  }
}
