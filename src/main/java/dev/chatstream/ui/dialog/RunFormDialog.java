package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.RunChoice;
import dev.chatstream.core.run.RunField;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A run that is being put together: what is asked about which rows, how the first prompts look, and what came of
/// trying one row.
final class RunFormDialog extends ListDialog<RunField> {

  private static final int NAME_WIDTH = 14;

  RunFormDialog(Look look, AppState state, Consumer<Event> out) {
    super("Run a task list", look, state, out);
    refresh();
    select(RunField.PROMPT.ordinal());
  }

  private Optional<RunForm> form() {
    return state().runs().form();
  }

  @Override
  protected Context context() {
    return Context.RUN_FORM;
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
        rows.add(PickerRow.of(field,
            Columns.left(field.title(), NAME_WIDTH) + (text.isEmpty() ? field.nothing() : text), ""));
      }
      addTrial(form.preview().trial(), rows);
      addPrompts(form.preview(), rows);
    });
    return rows;
  }

  private static void addTrial(RunForm.Trial trial, List<PickerRow<RunField>> rows) {
    if (trial.running()) {
      rows.add(PickerRow.heading("Asking about the first row ..."));
    } else if (!trial.answer().isEmpty()) {
      rows.add(PickerRow.heading(trial.millis() < 0
          ? "The first row failed"
          : "The first row took " + Words.time(trial.millis() * 1_000_000)));
      rows.add(text(trial.answer()));
    }
  }

  private static void addPrompts(RunForm.Preview preview, List<PickerRow<RunField>> rows) {
    if (!preview.prompts().isEmpty()) {
      rows.add(PickerRow.heading("The first of " + Words.count(preview.rows(), "prompt")));
      preview.prompts().forEach(prompt -> rows.add(text(prompt)));
    }
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
        letters.add(letter(Motion.TRY, "try one row", new RunChoice.TryRow()));
      }
      letters.add(letter(Motion.START, all, new RunChoice.Start()));
    }
    return letters;
  }

  private Letter letter(Motion motion, String words, RunChoice choice) {
    return Letter.of(look().keys().shown(Context.RUN_FORM, motion), words, choice);
  }

  /// A key that is no letter, where the person bound one.
  @Override
  protected boolean other(Motion motion) {
    String shown = look().keys().shown(Context.RUN_FORM, motion);
    Optional<Letter> meant = letters().stream().filter(letter -> letter.letter().equals(shown)).findFirst();
    meant.ifPresent(letter -> say(letter.event()));
    return meant.isPresent();
  }

  @Override
  protected String enter() {
    return "change";
  }

  @Override
  protected void chosen(RunField field) {
    choose(new RunChoice.WantField(field));
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
        : current.map(RunField::help).orElse("");
  }
}
