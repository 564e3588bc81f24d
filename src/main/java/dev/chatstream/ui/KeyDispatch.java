package dev.chatstream.ui;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Panel;
import dev.chatstream.ui.chat.ChatWindow;
import dev.chatstream.ui.chat.InputWindow;
import dev.chatstream.ui.gui.KeyInput;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.keys.Motion;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Finds out what a key means: to the window in front first, then everywhere. No key is swallowed without a word.
final class KeyDispatch {

  private static final Key END_OF_INPUT = Key.ctrl('d');
  private static final Key PASTE = Key.ctrl('v');
  private static final int WHEEL_ROWS = 3;

  /// What works while a dialog is open.
  private static final Set<Action> OVER_DIALOGS = Set.of(Action.REDRAW, Action.QUIT, Action.HELP);

  private final Look look;
  private final InputWindow input;
  private final ChatWindow chat;
  private final Consumer<Event> out;

  KeyDispatch(Look look, InputWindow input, ChatWindow chat, Consumer<Event> out) {
    this.look = look;
    this.input = input;
    this.chat = chat;
    this.out = out;
  }

  void press(Key key, AppState state, PanelWindow front) {
    if (key.code() == KeyCode.UNKNOWN || wheel(key)) {
      return;
    }
    boolean inDialog = state.dialog().isPresent();
    if (!inDialog && (special(key, state) || slash(key, state))) {
      return;
    }
    if (front.handleInput(new KeyInput(key))) {
      return;
    }
    Optional<Action> action = look.keys().action(key).filter(found -> !inDialog || worksOver(state, found));
    if (action.filter(Action.TO_TASKS::equals).isPresent() && state.focus() == Panel.CHAT
        && Availability.whyNot(state, Action.TO_TASKS).isEmpty()) {
      out.accept(new Event.Chosen(chat.toTasks()));
    } else if (action.isPresent()) {
      out.accept(new Event.ActionTriggered(action.get()));
    } else if (!inDialog) {
      elsewhere(key, state);
    }
  }

  /// A deletion in the picker, or a setting, can be undone there; in a field ^Z would mean the typing.
  private static boolean worksOver(AppState state, Action action) {
    boolean picker = state.dialog()
        .filter(front -> front instanceof Dialog.Chats || front instanceof Dialog.Preferences)
        .isPresent();
    return OVER_DIALOGS.contains(action) || action == Action.UNDO && picker;
  }

  /// Interrupts by what there is to end; `^D` and `^V` as people from shells know them, unless they are bound.
  private boolean special(Key key, AppState state) {
    Optional<Action> bound = look.keys().action(key);
    if (bound.filter(Action.INTERRUPT::equals).isPresent()) {
      interrupt(state);
      return true;
    }
    if (bound.filter(Action.UNDO::equals).isPresent() && state.focus() == Panel.INPUT && input.undoes()) {
      input.press(Motion.UNDO);
      return true;
    }
    if (bound.isEmpty() && key.equals(PASTE)) {
      out.accept(new Event.Said("Paste with your terminal's own key (Shift-Ctrl-V, Cmd-V)."));
      return true;
    }
    boolean quits = bound.isEmpty() && key.equals(END_OF_INPUT) && state.focus() == Panel.INPUT && input.isEmpty();
    if (quits) {
      out.accept(new Event.Said(Phrase.key(Action.QUIT, "quits.")));
    }
    return quits;
  }

  private void interrupt(AppState state) {
    boolean clears = state.chat().turn().isEmpty() && state.focus() == Panel.INPUT && !input.isEmpty();
    if (clears) {
      input.clear();
      out.accept(new Event.Said(Phrase.of("Cleared.").then(Action.UNDO, "brings it back.")));
    } else {
      out.accept(new Event.ActionTriggered(Action.INTERRUPT));
    }
  }

  private boolean slash(Key key, AppState state) {
    boolean slash = key.typed() && key.text().equals("/") && state.focus() == Panel.INPUT && input.isEmpty();
    if (slash) {
      out.accept(new Event.SlashTyped());
    }
    return slash;
  }

  private boolean wheel(Key key) {
    boolean up = key.code() == KeyCode.WHEEL_UP;
    if (up || key.code() == KeyCode.WHEEL_DOWN) {
      for (int row = 0; row < WHEEL_ROWS; row++) {
        chat.move(up ? Motion.UP : Motion.DOWN);
      }
      return true;
    }
    return false;
  }

  /// Typing always lands in the input; Esc goes back to it; any other key is said to mean nothing.
  private void elsewhere(Key key, AppState state) {
    boolean text = key.typed() || key.code() == KeyCode.PASTE;
    if (state.focus() != Panel.INPUT && (text || key.code() == KeyCode.ESCAPE)) {
      out.accept(new Event.BackToInput());
      if (text) {
        input.insert(key.text());
      }
    } else {
      Phrase nothing = Phrase.of(KeyNames.of(key) + " does nothing here.");
      out.accept(new Event.Said(nothing.then(Action.HELP, "lists the keys.")));
    }
  }
}
