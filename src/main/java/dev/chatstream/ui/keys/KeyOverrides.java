package dev.chatstream.ui.keys;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
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
  /// @param problems a sentence for each line that was not followed
  public record Read(Keymap keys, List<String> problems) {}

  /// Keys that terminals, multiplexers or SSH keep, or that can't be told from others.
  private static final Set<String> KEPT = Set.of("^I", "^M", "^H", "^[", "^B", "^]", "^^", "^\\", "^_", "^@");

  private final String file;
  private final List<String> problems = new ArrayList<>();

  private KeyOverrides(String file) {
    this.file = file;
  }

  /// Puts these lines over the keys.
  ///
  /// @param file how the file is called in sentences
  public static Read over(Keymap defaults, List<String> lines, String file) {
    KeyOverrides reader = new KeyOverrides(file);
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
            throw new IllegalArgumentException(next.name() + " stands here twice; the first line counts");
          }
          read.add(next);
        } catch (IllegalArgumentException wrong) {
          tell(i + 1, wrong.getMessage());
        }
      }
    }
    return read;
  }

  private static Override parse(String line, int number) {
    int equals = line.indexOf('=');
    if (equals <= 0) {
      throw new IllegalArgumentException("a line is NAME = KEY, KEY");
    }
    String name = line.substring(0, equals).strip();
    Optional<Action> action = Action.byWord(name);
    Optional<Override> motion = motion(name, number);
    if (action.isEmpty() && motion.isEmpty()) {
      throw new IllegalArgumentException("nothing is called " + name);
    }
    Override found = motion.orElseGet(() -> new Override(number, name, action.get(), null, null, List.of()));
    List<Key> keys = new ArrayList<>();
    String written = line.substring(equals + 1).strip();
    for (String key : written.isEmpty() ? new String[0] : written.split(",\\s+")) {
      keys.add(checked(KeyNames.parse(key.strip()), found));
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
      tell(clash.get().refused().line(), clash.get().sentence());
    }
  }

  private void tell(int line, String what) {
    problems.add(file + ":" + line + ": " + what + ". The usual keys stay.");
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
