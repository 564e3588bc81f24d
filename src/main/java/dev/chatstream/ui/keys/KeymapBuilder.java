package dev.chatstream.ui.keys;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A keymap with some lines put over it, and the first key in it that means two things in one place.
final class KeymapBuilder {

  /// Two meanings of one key.
  ///
  /// @param refused the line that has to go
  record Clash(KeyOverrides.Override refused, String sentence) {}

  /// What a key is bound to. The input's keys come before those that work everywhere, so both must differ.
  private record Binding(Key key, Context context, String meaning, KeyOverrides.Override from) {

    boolean meets(Binding other) {
      boolean bothInInput = inInput() && other.inInput();
      return key.equals(other.key) && (context == other.context || bothInInput);
    }

    private boolean inInput() {
      return context == Context.INPUT || context == Context.EVERYWHERE;
    }
  }

  private final Keymap keymap = new Keymap();
  private final List<Binding> bindings = new ArrayList<>();
  private final List<KeyOverrides.Override> overrides;

  KeymapBuilder(Keymap defaults, List<KeyOverrides.Override> overrides) {
    this.overrides = overrides;
    for (Action action : Action.values()) {
      Optional<KeyOverrides.Override> own = overrides.stream().filter(line -> line.isOf(action)).findFirst();
      for (Key key : own.map(KeyOverrides.Override::keys).orElse(defaults.keys(action))) {
        bindings.add(new Binding(key, Context.EVERYWHERE, action.title(), own.orElse(null)));
      }
    }
    for (Context context : Context.values()) {
      defaults.motions(context).forEach((motion, keys) -> add(context, motion, keys));
    }
    if (clash().isEmpty()) {
      fill(defaults);
    }
  }

  private void add(Context context, Motion motion, List<Key> keys) {
    Optional<KeyOverrides.Override> own = overrides.stream().filter(line -> line.isOf(context, motion)).findFirst();
    for (Key key : own.map(KeyOverrides.Override::keys).orElse(keys)) {
      bindings.add(new Binding(key, context, motion.title(), own.orElse(null)));
    }
  }

  Keymap keymap() {
    return keymap;
  }

  /// The last line that is after a key that is taken.
  Optional<Clash> clash() {
    Clash last = null;
    for (int i = 0; i < bindings.size(); i++) {
      for (int j = i + 1; j < bindings.size(); j++) {
        if (bindings.get(i).meets(bindings.get(j))) {
          last = later(last, clash(bindings.get(i), bindings.get(j)));
        }
      }
    }
    return Optional.ofNullable(last);
  }

  private static Clash clash(Binding one, Binding other) {
    boolean first = other.from == null || (one.from != null && one.from.line() > other.from.line());
    Binding refused = first ? one : other;
    Binding taken = first ? other : one;
    return new Clash(refused.from, KeyNames.of(refused.key) + " means \"" + taken.meaning + "\" already");
  }

  private static Clash later(Clash one, Clash other) {
    return one == null || other.refused.line() > one.refused.line() ? other : one;
  }

  private void fill(Keymap defaults) {
    for (Action action : Action.values()) {
      Optional<KeyOverrides.Override> own = overrides.stream().filter(line -> line.isOf(action)).findFirst();
      own.map(KeyOverrides.Override::keys).orElse(defaults.keys(action)).forEach(key -> keymap.put(action, key));
    }
    for (Context context : Context.values()) {
      for (Map.Entry<Motion, List<Key>> entry : defaults.motions(context).entrySet()) {
        Optional<KeyOverrides.Override> own =
            overrides.stream().filter(line -> line.isOf(context, entry.getKey())).findFirst();
        own.map(KeyOverrides.Override::keys).orElse(entry.getValue())
            .forEach(key -> keymap.put(context, entry.getKey(), key));
      }
    }
  }
}
