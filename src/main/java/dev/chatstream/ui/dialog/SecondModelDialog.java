package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.ModelGroup;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.function.Consumer;

/// The models, to let one of them answer the last question too.
final class SecondModelDialog extends PickerDialog<String> {

  SecondModelDialog(Look look, AppState state, Consumer<Event> out) {
    super("Ask a second model the same", look, state, out);
    refresh();
  }

  @Override
  protected List<PickerRow<String>> rows(String searched) {
    return state().server().models().stream()
        .filter(model -> ModelGroup.of(model) != ModelGroup.EMBEDDING)
        .map(ModelInfo::name)
        .filter(name -> fits(name, searched))
        .map(name -> PickerRow.of(name, name, name.equals(state().server().model()) ? "answers this chat" : ""))
        .toList();
  }

  @Override
  protected void chosen(String model) {
    choose(new Choice.AskSecond(model));
  }

  @Override
  protected String footer() {
    return "Both answers stand side by side; you keep one, the other stays on a branch.";
  }

  @Override
  protected String nothing() {
    return state().server().models().isEmpty() ? "No model server answers." : noMatch("model");
  }

  @Override
  protected String pickerKeys() {
    return enter("ask it");
  }
}
