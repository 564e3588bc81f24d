package dev.chatstream.ui.chat;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.keys.Motion;
import java.util.ArrayList;
import java.util.List;

/// The keys to name in the hint line: only those that work now, the most useful first.
final class Hints {

  /// A key and what it does.
  record Hint(String key, String words) {
    int width() {
      return DisplayWidth.of(key) + 1 + DisplayWidth.of(words);
    }
  }

  private static final List<Action> INPUT_ACTIONS = List.of(
      Action.UNDO, Action.SAVE, Action.APPEND, Action.TO_TASKS, Action.RETRY, Action.OPEN, Action.LISTS, Action.LOG,
      Action.COMMANDS);

  private static final List<Motion> CHAT_MOTIONS = List.of(
      Motion.UP, Motion.IN, Motion.CHOOSE, Motion.MARK, Motion.COPY, Motion.WRITE, Motion.THINKING, Motion.PLAIN,
      Motion.LAST);

  private static final List<Motion> TABLE_MOTIONS = List.of(
      Motion.CHOOSE, Motion.ADD, Motion.DONE, Motion.MARK, Motion.FILTER, Motion.TAKE_BACK, Motion.BACK);

  private static final List<Motion> LIST_MOTIONS = List.of(
      Motion.CHOOSE, Motion.ADD, Motion.RENAME, Motion.DUPLICATE, Motion.DISCARD, Motion.BACK);

  private final Look look;

  Hints(Look look) {
    this.look = look;
  }

  List<Hint> of(AppState state) {
    List<Hint> hints = new ArrayList<>();
    if (state.dialog().isPresent()) {
      return hints;
    }
    if (state.chat().turn().isPresent()) {
      hints.add(new Hint(look.keys().shown(Action.INTERRUPT), "stop"));
      if (Availability.stalled(state).isPresent()) {
        hints.add(new Hint(look.keys().shown(Action.RETRY), "try again"));
      }
    }
    switch (state.focus()) {
      case INPUT -> {
        motions(Context.INPUT, List.of(Motion.MENU), hints);
        actions(state, INPUT_ACTIONS, hints);
      }
      case CHAT -> {
        for (Motion motion : CHAT_MOTIONS) {
          List<Key> bound = look.keys().motions(Context.CHAT).getOrDefault(motion, List.of());
          if (!bound.isEmpty()) {
            hints.add(new Hint(KeyNames.of(bound.getFirst()), chatWords(motion)));
          }
        }
        hints.add(new Hint(look.keys().shown(Context.CHAT, Motion.BACK), "back to the message"));
        actions(state, List.of(Action.ZOOM), hints);
      }
      case LISTS -> {
        boolean table = state.table().open();
        motions(table ? Context.TABLE : Context.LISTS, table ? TABLE_MOTIONS : LIST_MOTIONS, hints);
        actions(state, List.of(Action.ZOOM), hints);
      }
      case LOG -> {
        motions(
            Context.LOG,
            List.of(Motion.LAST, Motion.FILTER, Motion.ERRORS, Motion.FILES, Motion.CHOOSE, Motion.BACK),
            hints);
        actions(state, List.of(Action.ZOOM), hints);
      }
    }
    hints.add(new Hint(look.keys().shown(Action.HELP), "help"));
    return hints;
  }

  /// While a filter is typed letters are text.
  List<Hint> whileFiltering() {
    return List.of(
        new Hint("Enter", "keep the filter"),
        new Hint(look.keys().shown(Context.INPUT, Motion.DELETE_TO_START), "clear it"),
        new Hint(look.keys().shown(Action.HELP), "help"));
  }

  private void actions(AppState state, List<Action> actions, List<Hint> hints) {
    for (Action action : actions) {
      boolean open = (action == Action.LISTS && state.focus() == Panel.LISTS)
          || (action == Action.LOG && state.focus() == Panel.LOG);
      boolean named = action == Action.RETRY && state.chat().turn().isPresent();
      if (!open && !named && Availability.whyNot(state, action).isEmpty()) {
        hints.add(new Hint(look.keys().shown(action), words(action)));
      }
    }
  }

  private void motions(Context context, List<Motion> motions, List<Hint> hints) {
    for (Motion motion : motions) {
      List<Key> bound = look.keys().motions(context).getOrDefault(motion, List.of());
      if (!bound.isEmpty()) {
        hints.add(new Hint(KeyNames.of(bound.getFirst()), motion == Motion.MENU ? "menu" : motion.title()));
      }
    }
  }

  private static String chatWords(Motion motion) {
    return switch (motion) {
      case UP -> "message before";
      case IN -> "its blocks";
      case CHOOSE -> "more";
      case THINKING -> "thinking";
      case WRITE -> "to a file";
      case MARK -> "mark";
      default -> motion.title();
    };
  }

  private static String words(Action action) {
    return switch (action) {
      case SAVE -> "save";
      case APPEND -> "append";
      case TO_TASKS -> "to tasks";
      case OPEN -> "chats";
      case LISTS -> "lists";
      case LOG -> "log";
      case ZOOM -> "zoom";
      default -> action.title();
    };
  }
}
