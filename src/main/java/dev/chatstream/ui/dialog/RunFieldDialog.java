package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunField;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One thing about a run that is being put together; what is wrong with it is said as it is typed.
final class RunFieldDialog extends FieldDialog {

  private final RunField field;

  RunFieldDialog(RunField field, Look look, AppState state, Consumer<Event> out) {
    super("Run a task list", field.title(),
        state.runs().form().map(form -> form.text(field)).orElse(""), look, state, out);
    this.field = field;
  }

  @Override
  protected void entered(String text) {
    if (wrong(text).isEmpty()) {
      choose(new Choice.SetRunField(field, text));
    }
  }

  private Optional<String> wrong(String text) {
    Optional<RunForm> form = state().runs().form();
    return switch (field) {
      case PARALLEL -> text.matches("[1-8]") ? Optional.empty() : Optional.of("How many rows at once: 1 to 8.");
      case PROMPT -> new PromptTemplate(text).refusal(form.map(RunForm::columns).orElse(List.of()));
      case MODEL -> text.isBlank() ? Optional.of("Which model?") : Optional.empty();
      case LIST, ROWS -> Optional.empty();
    };
  }

  @Override
  protected String note(String text) {
    List<String> lists = state().runs().form().map(RunForm::lists).orElse(List.of());
    String more = field == RunField.LIST ? " There are: " + String.join(", ", lists) : "";
    return wrong(text).orElse(help(field) + more);
  }

  /// What a field is for.
  static String help(RunField field) {
    return switch (field) {
      case LIST -> "The task list whose rows the model is asked about.";
      case MODEL -> "Who answers; several, parted by commas, answer one after the other.";
      case PROMPT ->
        "What is asked; {{content}} is the text of a row, any other column goes as well, \\n is a line end.";
      case ROWS -> "Which rows: status:open prio:A #12-20 tag:x \"words\". Nothing takes all.";
      case PARALLEL -> "How many rows at once, 1 to 8. More than the server does at once is of no use.";
    };
  }

  @Override
  protected String keysLine() {
    return fieldKeys("take", "cancel");
  }
}
