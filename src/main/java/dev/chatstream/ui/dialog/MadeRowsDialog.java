package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.task.MadeRow;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The rows that were made of a message, list by list; Enter goes to one.
final class MadeRowsDialog extends ListDialog<MadeRow> {

  private final Dialog.MadeRows made;

  MadeRowsDialog(Look look, AppState state, Dialog.MadeRows made, Consumer<Event> out) {
    super("Rows made of this message", look, state, out);
    this.made = made;
    refresh();
  }

  @Override
  protected List<PickerRow<MadeRow>> rows() {
    List<PickerRow<MadeRow>> rows = new ArrayList<>();
    for (MadeRow row : made.rows().orElse(List.of())) {
      String number = row.index() < 0 ? "?" : String.valueOf(row.index());
      String text = row.file() + " " + number + "  " + Sanitizer.line(row.text().replace('\n', ' '));
      rows.add(PickerRow.of(row, text, row.status()));
    }
    return rows;
  }

  @Override
  protected String nothing() {
    return made.rows().isEmpty() ? "Looking through the lists ..." : "No list holds a row of this message.";
  }

  @Override
  protected List<Letter> letters() {
    return List.of();
  }

  @Override
  protected String enter() {
    return "go to the list";
  }

  @Override
  protected void chosen(MadeRow row) {
    choose(new TalkChoice.OpenRow(row));
  }

  @Override
  protected String more(Optional<MadeRow> current) {
    if (made.rows().isEmpty()) {
      return "";
    }
    String count = Words.count(made.rows().get().size(), "row");
    return made.all() ? count + "." : count + " so far; not all lists were looked through.";
  }
}
