package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How the chat is led: the system prompt and each parameter, with what it is and what it is usually. A row without a
/// parameter is the prompt.
final class SettingsDialog extends ListDialog<Optional<Parameter>> {

  private static final int NAME_WIDTH = 16;

  SettingsDialog(Look look, AppState state, Consumer<Event> out) {
    super("System prompt and parameters of this chat", look, state, out);
    refresh();
  }

  private ChatSettings settings() {
    return state().chat().settings();
  }

  @Override
  protected List<PickerRow<Optional<Parameter>>> rows() {
    List<PickerRow<Optional<Parameter>>> rows = new ArrayList<>();
    String prompt = settings().system();
    String words = prompt.isBlank() ? "none" : Sanitizer.line(prompt.strip().replace('\n', ' '));
    rows.add(PickerRow.of(Optional.empty(), Columns.left("system prompt", NAME_WIDTH) + words, ""));
    for (Parameter parameter : Parameter.values()) {
      String value = settings().text(parameter).map(Sanitizer::line).orElse("");
      String text = Columns.left(parameter.wireName(), NAME_WIDTH) + value;
      rows.add(PickerRow.of(Optional.of(parameter), text, "usually " + usual(parameter)));
    }
    return rows;
  }

  /// The model's own value goes before the server's.
  private String usual(Parameter parameter) {
    return Sanitizer.line(state().server().watch().usual(state().server().model(), parameter));
  }

  @Override
  protected String corner() {
    int set = settings().values().size();
    return set == 0 ? "all as usual" : set + " set";
  }

  @Override
  protected String nothing() {
    return "";
  }

  @Override
  protected List<Letter> letters() {
    List<Letter> letters = new ArrayList<>();
    current().ifPresent(row -> letters.add(Letter.of("d", "as usual", row
        .<Choice> map(parameter -> new Choice.SetParameter(parameter, ""))
        .orElseGet(() -> new Choice.SetSystem("")))));
    letters.add(Letter.of("p", "presets", new Choice.WantPresets()));
    letters.add(Letter.of("s", "save as preset", new Choice.WantPresetName()));
    return letters;
  }

  @Override
  protected String enter() {
    return "edit";
  }

  @Override
  protected void chosen(Optional<Parameter> row) {
    choose(row.<Choice> map(Choice.WantParameter::new).orElseGet(Choice.WantSystem::new));
  }

  @Override
  protected String more(Optional<Optional<Parameter>> current) {
    List<String> problems = ChatSettings.problems(state().chat().chat());
    if (!problems.isEmpty()) {
      return problems.getFirst();
    }
    Optional<Parameter> parameter = current.flatMap(row -> row);
    return parameter.map(each -> each.help() + " It is " + each.range() + "." + unfit(each))
        .orElse("What the model is told before the talk, such as how to answer. It goes along with each question.");
  }

  /// A model that is known not to think isn't told how to.
  private String unfit(Parameter parameter) {
    Optional<ModelInfo> model = state().server().chosen();
    boolean useless = parameter == Parameter.THINK
        && model.filter(info -> !info.capabilities().isEmpty() && !info.capabilities().contains("thinking"))
            .isPresent();
    return useless ? " " + model.get().name() + " doesn't think." : "";
  }
}
