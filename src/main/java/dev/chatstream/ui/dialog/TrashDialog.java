package dev.chatstream.ui.dialog;

import dev.chatstream.core.care.TrashRow;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Places;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What was deleted, the newest first: what, from where, when, by what.
final class TrashDialog extends ListDialog<TrashRow> {

  TrashDialog(Look look, AppState state, Consumer<Event> out) {
    super("Trash", look, state, out);
    refresh();
  }

  private List<TrashRow> all() {
    return state().care().trash().orElse(List.of());
  }

  @Override
  protected String corner() {
    return all().isEmpty() ? "" : Words.bytes(all().stream().mapToLong(TrashRow::bytes).sum());
  }

  @Override
  protected List<PickerRow<TrashRow>> rows() {
    return all().stream().map(this::row).toList();
  }

  private PickerRow<TrashRow> row(TrashRow row) {
    return row.problem().isEmpty()
        ? PickerRow.of(row, Places.of(row.from()), look().day(row.at(), state().now()))
        : PickerRow.greyed(Places.of(row.from()), "", row.problem());
  }

  @Override
  protected String nothing() {
    return state().care().trash().isEmpty() ? "Reading ..." : "The trash is empty.";
  }

  @Override
  protected List<Letter> letters() {
    return all().isEmpty() ? List.of() : List.of(Letter.of("e", "empty it ...", new Choice.WantEmptyTrash()));
  }

  @Override
  protected String enter() {
    return "restore";
  }

  @Override
  protected void chosen(TrashRow row) {
    choose(new Choice.Undelete(row.id()));
  }

  @Override
  protected String more(Optional<TrashRow> current) {
    return current.map(row -> look().moment(row.at()) + ", " + row.by() + ", " + Words.bytes(row.bytes())).orElse("");
  }
}
