package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.KeyNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// All commands with their keys; what can't be done now is greyed and says why.
final class CommandsDialog extends PickerDialog<Action> {

  CommandsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Commands", look, state, out);
    refresh();
  }

  @Override
  protected List<PickerRow<Action>> rows(String searched) {
    String wanted = searched.startsWith("/") ? searched.substring(1) : searched;
    List<PickerRow<Action>> best = new ArrayList<>();
    List<PickerRow<Action>> good = new ArrayList<>();
    List<PickerRow<Action>> far = new ArrayList<>();
    for (Action action : Action.values()) {
      if (action.word().startsWith(wanted)) {
        best.add(row(action));
      } else if (action.title().contains(wanted)) {
        good.add(row(action));
      } else if (fits(action.title(), wanted)) {
        far.add(row(action));
      }
    }
    best.addAll(good);
    // Letters that happen to stand in another command must not run it while the one that was meant is greyed.
    return best.isEmpty() ? far : best;
  }

  private PickerRow<Action> row(Action action) {
    Optional<Phrase> why = Availability.whyNot(state(), action);
    StringBuilder keys = new StringBuilder();
    for (Key key : look().keys().keys(action)) {
      keys.append(KeyNames.of(key)).append("   ");
    }
    keys.append('/').append(action.word());
    return why.isPresent()
        ? PickerRow.greyed(action.title(), keys.toString(), look().words(why.get()))
        : PickerRow.of(action, action.title(), keys.toString());
  }

  @Override
  protected void chosen(Action action) {
    leave();
    say(new Event.ActionTriggered(action));
  }

  /// A text that begins with a slash and is no command is just text.
  @Override
  protected void chosenNothing(String searched) {
    say(new Event.TextReturned("/" + searched));
  }

  @Override
  protected String nothing() {
    return "No command of that name. Enter puts it into the message as text.";
  }

  @Override
  protected String fieldName() {
    return "/ ";
  }

  @Override
  protected String pickerKeys() {
    return enter("run");
  }
}
