package dev.chatstream.ui.dialog;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.Panel;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.keys.Keymap;
import dev.chatstream.ui.keys.Motion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The help, made from the keymap; `docs/keys.md` is made from the same tables.
public final class HelpText {

  private static final int KEY_COLUMN = 29;

  private HelpText() {}

  /// The help for this panel: what it is for and its keys, then the keys that work everywhere.
  ///
  /// @param table whether the panel of task lists shows the table of one
  static String of(Panel panel, boolean table, Keymap keys) {
    Context context = switch (panel) {
      case INPUT -> Context.INPUT;
      case CHAT -> Context.CHAT;
      case LISTS -> table ? Context.TABLE : Context.LISTS;
      case LOG -> Context.LOG;
    };
    return section(context, keys) + "\n" + everywhere(keys);
  }

  private static String section(Context context, Keymap keys) {
    StringBuilder text = new StringBuilder("# " + context.title() + "\n" + context.help() + "\n\n");
    for (Map.Entry<Motion, List<Key>> entry : keys.motions(context).entrySet()) {
      text.append(row(held(entry.getValue()), entry.getKey().title()));
    }
    return text.toString();
  }

  private static String everywhere(Keymap keys) {
    StringBuilder text =
        new StringBuilder("# " + Context.EVERYWHERE.title() + "\n" + Context.EVERYWHERE.help() + "\n\n");
    text.append(row("Esc", "back out of one thing; in the message: the key menu"));
    text.append(row("/", "in an empty message: find a command"));
    for (Action action : Action.values()) {
      String names = names(keys.keys(action));
      text.append(row(names + (names.isEmpty() ? "" : "  ") + "/" + action.word(), action.help()));
    }
    return text.toString();
  }

  private static String row(String keys, String words) {
    return keys + " ".repeat(Math.max(1, KEY_COLUMN - keys.length())) + words + "\n";
  }

  /// The same for keys that mean something in one window only: there Esc is no prefix, so Alt has to be held.
  public static String held(List<Key> keys) {
    return names(keys).replace("Esc ", "Alt-");
  }

  /// Keys as they are written, parted by two spaces.
  public static String names(List<Key> keys) {
    return keys.stream().map(KeyNames::of).collect(Collectors.joining("  "));
  }
}
