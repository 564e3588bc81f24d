package dev.chatstream.ui.dialog;

import dev.chatstream.core.care.ChangeRow;
import dev.chatstream.core.care.RestorePreview;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Places;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What restoring a backup would change, before anything is: file by file, or all of it.
final class RestoringDialog extends ListDialog<ChangeRow> {

  RestoringDialog(Look look, AppState state, Consumer<Event> out) {
    super("Restore " + state.care().preview().map(seen -> look.moment(seen.at())).orElse(""), look, state, out);
    refresh();
  }

  @Override
  protected List<PickerRow<ChangeRow>> rows() {
    List<PickerRow<ChangeRow>> rows = new ArrayList<>();
    state().care().preview().ifPresent(preview -> {
      add("Gone, would come back", preview.of(ChangeRow.Kind.ADDED), rows);
      add("Another one now, would go to the trash", preview.of(ChangeRow.Kind.REPLACED), rows);
      add("Can't be restored", preview.of(ChangeRow.Kind.REFUSED), rows);
    });
    return rows;
  }

  private static void add(String heading, List<ChangeRow> changes, List<PickerRow<ChangeRow>> rows) {
    if (changes.isEmpty()) {
      return;
    }
    rows.add(PickerRow.heading(heading + " (" + changes.size() + ")"));
    for (ChangeRow change : changes) {
      rows.add(change.kind() == ChangeRow.Kind.REFUSED
          ? PickerRow.greyed(Places.of(change.file()), "", change.difference())
          : PickerRow.of(change, Places.of(change.file()), change.difference()));
    }
  }

  private long wanted() {
    return state().care().preview().stream()
        .mapToLong(seen -> seen.of(ChangeRow.Kind.ADDED).size() + seen.of(ChangeRow.Kind.REPLACED).size())
        .sum();
  }

  @Override
  protected String nothing() {
    return "Nothing would change: all is as it was then.";
  }

  @Override
  protected List<Letter> letters() {
    return wanted() == 0 ? List.of() : List.of(Letter.of("a", "all " + wanted(), new Choice.Restore(List.of())));
  }

  @Override
  protected String enter() {
    return "restore this one";
  }

  @Override
  protected void chosen(ChangeRow change) {
    choose(new Choice.Restore(List.of(change.file())));
  }

  @Override
  protected String more(Optional<ChangeRow> current) {
    String difference = current.map(ChangeRow::difference).orElse("");
    return (difference.isEmpty() ? "" : difference + ".\n")
        + state().care().preview().map(RestoringDialog::rest).orElse("");
  }

  private static String rest(RestorePreview preview) {
    int same = preview.of(ChangeRow.Kind.SAME).size();
    return "A backup is made first."
        + (same == 0 ? "" : " " + Words.count(same, "file") + (same == 1 ? " is" : " are") + " as then.")
        + (preview.onlyHere() == 0 ? "" : " " + Words.count(preview.onlyHere(), "newer file") + " would stay.");
  }
}
