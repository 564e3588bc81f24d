package dev.chatstream.ui.keys;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.input.Phrase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which key means what. Help, hint lines, the list of commands, the key menu and `docs/keys.md` are made from it.
public final class Keymap {

  private final Map<Key, Action> actions = new HashMap<>();
  private final Map<Action, List<Key>> keysOfAction = new EnumMap<>(Action.class);
  private final Map<Context, Map<Key, Motion>> motions = new EnumMap<>(Context.class);
  private final Map<Context, Map<Motion, List<Key>>> keysOfMotion = new EnumMap<>(Context.class);

  /// A keymap in which nothing is bound yet.
  Keymap() {}

  /// Binds keys, written as in [KeyNames] and parted by a comma and a space, to an action.
  Keymap bind(Action action, String keys) {
    for (int start = 0; start < keys.length();) {
      int comma = keys.indexOf(", ", start);
      int end = comma < 0 ? keys.length() : comma;
      put(action, KeyNames.parse(keys.substring(start, end)));
      start = end + 2;
    }
    return this;
  }

  /// Binds a key to an action.
  void put(Action action, Key key) {
    if (actions.put(key, action) != null) {
      throw new IllegalArgumentException(KeyNames.of(key) + " is bound twice");
    }
    keysOfAction.computeIfAbsent(action, a -> new ArrayList<>()).add(key);
  }

  /// Binds keys to a motion in this context.
  Keymap bind(Context context, Motion motion, String keys) {
    for (String name : keys.split(" ")) {
      put(context, motion, KeyNames.parse(name));
    }
    return this;
  }

  /// Binds a key to a motion in this context.
  void put(Context context, Motion motion, Key key) {
    if (motions.computeIfAbsent(context, c -> new HashMap<>()).put(key, motion) != null) {
      throw new IllegalArgumentException(KeyNames.of(key) + " is bound twice in " + context);
    }
    keysOfMotion
        .computeIfAbsent(context, c -> new LinkedHashMap<>())
        .computeIfAbsent(motion, m -> new ArrayList<>())
        .add(key);
  }

  /// What the key means in this window only.
  public Optional<Motion> motion(Context context, Key key) {
    return Optional.ofNullable(motions.getOrDefault(context, Map.of()).get(plain(key)));
  }

  /// What the key means everywhere.
  public Optional<Action> action(Key key) {
    return Optional.ofNullable(actions.get(plain(key)));
  }

  /// What `Esc` and then this key mean.
  public Optional<Action> afterEscape(Key key) {
    return key.typed() ? action(Key.alt(key.text())) : Optional.empty();
  }

  /// The keys of this action, the one to show first.
  public List<Key> keys(Action action) {
    return keysOfAction.getOrDefault(action, List.of());
  }

  /// The motions of this context with their keys, in the order in which they were bound.
  public Map<Motion, List<Key>> motions(Context context) {
    return keysOfMotion.getOrDefault(context, Map.of());
  }

  /// How the first key of this action is written; its command word when it has no key.
  public String shown(Action action) {
    List<Key> keys = keys(action);
    return keys.isEmpty() ? "/" + action.word() : KeyNames.of(keys.getFirst());
  }

  /// How the first key of this motion is written, as in [#shown(Action)]; `-` when it has none.
  public String shown(Context context, Motion motion) {
    List<Key> keys = motions(context).getOrDefault(motion, List.of());
    return keys.isEmpty() ? "-" : KeyNames.of(keys.getFirst());
  }

  /// This sentence with the keys that are bound now.
  public String words(Phrase phrase) {
    return phrase.text(this::shown);
  }

  /// A typed capital comes with or without the Shift flag, depending on the terminal.
  private static Key plain(Key key) {
    boolean letter = key.code() == KeyCode.TEXT && key.shift();
    return letter ? new Key(key.code(), key.text(), key.ctrl(), key.alt(), false) : key;
  }
}
