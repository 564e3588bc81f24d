package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.run.RunField;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A run that is being put together: what is asked about which rows, how the first prompts look, and what came of
/// trying
/// one row.
final class RunFormDialog extends ListDialog<RunField> {

  private static final int NAME_WIDTH = 10;

  RunFormDialog(Look look, AppState state, Consumer<Event> out) {
    super("Run a task list", look, state, out);
    refresh();
    list(RunField.PROMPT);
  }

  private void list(RunField field) {
    select(field.ordinal());
  }

  private Optional<RunForm> form() {
    return state().runs().form();
  }

  @Override
  protected String corner() {
    return form().map(RunForm::preview).filter(preview -> preview.rows() > 0)
        .map(preview -> Words.count(preview.rows(), "row")).orElse("");
  }

  @Override
  protected List<PickerRow<RunField>> rows() {
    List<PickerRow<RunField>> rows = new ArrayList<>();
    form().ifPresent(form -> {
      for (RunField field : RunField.values()) {
        String text = Sanitizer.line(form.text(field));
        rows.add(PickerRow.of(field, Columns.left(field.title(), NAME_WIDTH)
            + (text.isEmpty() ? field == RunField.ROWS ? "all" : "none yet" : text), ""));
      }
      RunForm.Preview preview = form.preview();
      if (!preview.prompts().isEmpty()) {
        rows.add(PickerRow.heading("The first of " + Words.count(preview.rows(), "prompt")));
        preview.prompts().forEach(prompt -> rows.add(text(prompt)));
      }
      if (preview.trial().running()) {
        rows.add(PickerRow.heading("Asking about the first row ..."));
      } else if (!preview.trial().answer().isEmpty()) {
        rows.add(PickerRow.heading(preview.trial().millis() < 0
            ? "The first row failed"
            : "The first row took " + Words.time(preview.trial().millis() * 1_000_000)));
        rows.add(text(preview.trial().answer()));
      }
    });
    return rows;
  }

  private static PickerRow<RunField> text(String words) {
    return PickerRow.greyed("  " + Sanitizer.line(words.strip().replace('\n', ' ')), "", " ");
  }

  @Override
  protected String nothing() {
    return "Reading ...";
  }

  @Override
  protected List<Letter> letters() {
    Optional<RunForm> form = form().filter(known -> known.preview().possible());
    List<Letter> letters = new ArrayList<>();
    if (form.isPresent()) {
      long estimate = form.get().estimate();
      String all = "run " + Words.count(form.get().preview().rows(), "row")
          + (estimate < 0 ? "" : ", about " + Words.span(estimate / 1000 + 1));
      if (!form.get().preview().trial().running()) {
        letters.add(Letter.of("t", "try one row", new Choice.TryRow()));
      }
      letters.add(Letter.of("s", all, new Choice.StartRun()));
    }
    return letters;
  }

  @Override
  protected String enter() {
    return "change";
  }

  @Override
  protected void chosen(RunField field) {
    choose(new Choice.WantRunField(field));
  }

  @Override
  protected String more(Optional<RunField> current) {
    String problem = form().map(form -> form.preview().problem()).orElse("");
    if (!problem.isEmpty()) {
      return problem;
    }
    int empty = form().map(form -> form.preview().empty()).orElse(0);
    return empty > 0
        ? Words.count(empty, "row") + " with nothing to ask about will be skipped."
        : current.map(RunFieldDialog::help).orElse("");
  }
}
