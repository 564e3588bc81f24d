package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.SavePoint;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.function.Consumer;

/// The save points of the chat, the newest first.
final class SavePointsDialog extends PickerDialog<SavePoint> {

  SavePointsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Save points", look, state, out);
    refresh();
  }

  @Override
  protected List<PickerRow<SavePoint>> rows(String searched) {
    return state().chat().chat().savePoints().reversed().stream()
        .filter(point -> fits(point.name(), searched))
        .map(point -> PickerRow.of(point, point.name(), look().day(point.created(), state().now())))
        .toList();
  }

  @Override
  protected void chosen(SavePoint point) {
    choose(new Choice.GoBackTo(point.head()));
  }

  @Override
  protected String footer() {
    return "The chat goes on from there. The messages after it are kept.";
  }

  @Override
  protected String nothing() {
    return noMatch("save point");
  }

  @Override
  protected String pickerKeys() {
    return enter("go back to it");
  }
}
