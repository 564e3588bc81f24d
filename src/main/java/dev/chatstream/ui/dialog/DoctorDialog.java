package dev.chatstream.ui.dialog;

import dev.chatstream.core.care.FindingRow;
import dev.chatstream.core.care.Findings;
import dev.chatstream.core.care.Grade;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a look through the whole library found, the worst first; a key mends it.
final class DoctorDialog extends ListDialog<FindingRow> {

  DoctorDialog(Look look, AppState state, Consumer<Event> out) {
    super("Doctor", look, state, out);
    refresh();
  }

  @Override
  protected String corner() {
    return state().care().findings().map(found -> Words.count(found.rows().size(), "finding")).orElse("");
  }

  @Override
  protected List<PickerRow<FindingRow>> rows() {
    return state().care().findings().map(DoctorDialog::rows).orElse(List.of());
  }

  private static List<PickerRow<FindingRow>> rows(Findings found) {
    List<PickerRow<FindingRow>> rows = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      List<FindingRow> these = found.rows().stream().filter(row -> row.grade() == grade).toList();
      if (!these.isEmpty()) {
        rows.add(PickerRow.heading(grade.title() + " (" + these.size() + ")"));
        these.forEach(row -> rows.add(
            PickerRow.of(row, row.where() + ": " + row.what(), row.fix().isEmpty() ? "" : "f mends")));
      }
    }
    if (!found.fixed().isEmpty()) {
      rows.add(PickerRow.heading("Mended (" + found.fixed().size() + ")"));
      found.fixed().forEach(done -> rows.add(PickerRow.of(new FindingRow(Grade.INFO, "Done", done, ""), done, "")));
    }
    return rows;
  }

  @Override
  protected String nothing() {
    return state().care().findings()
        .map(found -> "All is well. Looked at " + look().clock(found.at()) + ".")
        .orElse(job().isPresent() ? "Looking ..." : "Nobody has looked yet.");
  }

  @Override
  protected List<Letter> letters() {
    List<Letter> letters = new ArrayList<>();
    long fixable = state().care().findings().map(Findings::fixable).orElse(0L);
    if (fixable > 0) {
      letters.add(Letter.of("f", "mend " + fixable + ", after a backup", new Choice.Mend()));
    }
    letters.add(Letter.of("r", "look again", new Choice.Examine()));
    return letters;
  }

  @Override
  protected String enter() {
    return "whole";
  }

  @Override
  protected void chosen(FindingRow row) {
    say(new Event.Chosen(new Choice.ReadFinding(row)));
  }

  @Override
  protected String more(Optional<FindingRow> current) {
    return current.map(row -> row.fix().isEmpty() ? row.where() + ": " + row.what() : "Mending: " + row.fix())
        .orElse("");
  }
}
