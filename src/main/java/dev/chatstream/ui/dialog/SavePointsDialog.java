package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.SavePoint;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The save points of the chat, the newest first.
final class SavePointsDialog extends PickerDialog<SavePoint> {

  private static final Pattern BY_TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}");

  SavePointsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Save points", look, state, out);
    refresh();
  }

  @Override
  protected List<PickerRow<SavePoint>> rows(String searched) {
    return state().chat().chat().savePoints().reversed().stream()
        .filter(point -> fits(point.name(), searched))
        .map(point -> PickerRow.of(point, point.name(), day(point)))
        .toList();
  }

  /// Most are named by their time already.
  private String day(SavePoint point) {
    return BY_TIME.matcher(point.name()).matches() ? "" : look().day(point.created(), state().now());
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
