package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The questions that wait for the reply to end, in the order in which they are sent.
final class QueueDialog extends PickerDialog<QueueDialog.Waiting> {

  /// A question that waits.
  ///
  /// @param number from 0, as in the state
  record Waiting(int number, String question) {}

  QueueDialog(Look look, AppState state, Consumer<Event> out) {
    super("Queued questions", look, state, out);
    refresh();
  }

  @Override
  protected List<PickerRow<Waiting>> rows(String searched) {
    List<String> queued = state().chat().queued();
    List<PickerRow<Waiting>> rows = new ArrayList<>();
    for (int number = 0; number < queued.size(); number++) {
      String question = queued.get(number);
      if (fits(question, searched)) {
        rows.add(PickerRow.of(new Waiting(number, question), number + 1 + "  " + question.strip(), ""));
      }
    }
    return rows;
  }

  @Override
  protected Object source() {
    return state().chat().queued();
  }

  @Override
  protected void chosen(Waiting waiting) {
    choose(new Choice.EditQueued(waiting.number(), waiting.question()));
  }

  @Override
  protected boolean other(Motion motion) {
    Optional<Waiting> waiting = motion == Motion.DISCARD ? current() : Optional.empty();
    waiting.ifPresent(one -> choose(new Choice.DropQueued(one.number(), one.question())));
    return waiting.isPresent();
  }

  @Override
  protected String nothing() {
    return searched().isEmpty() ? "Nothing is queued." : noMatch("question");
  }

  @Override
  protected String pickerKeys() {
    return keys(enter("back into the message"), hint(Context.PICKER, Motion.DISCARD, "remove"));
  }
}
