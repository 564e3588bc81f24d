package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.function.Consumer;

/// A file is damaged, and a whole copy of it is kept; nothing is moved before the person says so.
final class DamagedDialog extends MenuDialog {

  private final Dialog.Damaged damaged;

  DamagedDialog(Look look, AppState state, Dialog.Damaged damaged, Consumer<Event> out) {
    super("A damaged file", look, state, out);
    this.damaged = damaged;
  }

  @Override
  protected String sentence() {
    return damaged.path() + " is damaged. A whole copy of it is kept. The damaged file goes to .store/quarantine"
        + " when the copy takes its place.";
  }

  @Override
  protected List<Option> options() {
    String day = look().day(damaged.copied(), state().now());
    String clock = look().clock(damaged.copied());
    String of = "of " + (day.equals(clock) ? clock : day + ", " + clock);
    return List.of(
        new Option("n", "Not now", "nothing is changed", new Event.DialogClosed()),
        new Option("c", "Copy in its place", of, new Event.Chosen(new Choice.UseCopy(damaged.path()))));
  }
}
