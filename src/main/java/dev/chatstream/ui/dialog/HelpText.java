package dev.chatstream.ui.dialog;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.keys.Keymap;
import dev.chatstream.ui.keys.Motion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The help, made from the keymap; `docs/keys.md` is made from the same tables.
public final class HelpText {

  private static final int KEY_COLUMN = 29;

  private HelpText() {}

  /// The help for what is in front: what it is for and its keys, then the keys that work everywhere.
  static String of(AppState state, Keymap keys) {
    Context context = state.dialogs().stream().flatMap(dialog -> context(dialog).stream())
        .reduce((below, above) -> above).orElseGet(() -> context(state));
    return section(context, keys) + "\n" + everywhere(keys);
  }

  /// Dialogs that have keys of their own.
  private static Optional<Context> context(Dialog dialog) {
    return switch (dialog) {
      case Dialog.RunForm form -> Optional.of(Context.RUN_FORM);
      case Dialog.Run run -> Optional.of(Context.RUN);
      default -> Optional.empty();
    };
  }

  private static Context context(AppState state) {
    return switch (state.focus()) {
      case INPUT -> Context.INPUT;
      case CHAT -> Context.CHAT;
      case LISTS -> state.table().open() ? Context.TABLE : Context.LISTS;
      case LOG -> Context.LOG;
    };
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
    return names(keys).replaceAll("Esc (?=\\S)", "Alt-");
  }

  /// Keys as they are written, parted by two spaces.
  public static String names(List<Key> keys) {
    return keys.stream().map(KeyNames::of).collect(Collectors.joining("  "));
  }
}
