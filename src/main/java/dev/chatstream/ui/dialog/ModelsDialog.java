package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.ModelGroup;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The models of the server in groups by size; those that can't chat are shown but can't be chosen.
final class ModelsDialog extends PickerDialog<String> {

  private static final int NAME_WIDTH = 26;
  private static final int CELL_WIDTH = 8;

  ModelsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Model", look, state, out);
    refresh();
    if (!state.server().model().isEmpty()) {
      select(state.server().model());
    }
  }

  @Override
  protected List<PickerRow<String>> rows(String searched) {
    List<PickerRow<String>> rows = new ArrayList<>();
    for (ModelGroup group : ModelGroup.values()) {
      List<ModelInfo> models = state().server().models().stream()
          .filter(model -> ModelGroup.of(model) == group && fits(model.name(), searched))
          .toList();
      if (!models.isEmpty()) {
        rows.add(PickerRow.heading(group.title()));
        models.forEach(model -> rows.add(row(model, group)));
      }
    }
    return rows;
  }

  private PickerRow<String> row(ModelInfo model, ModelGroup group) {
    String name = Columns.left(model.name(), Math.min(NAME_WIDTH, Math.max(10, bodyWidth() / 2)));
    String text = name + " " + Columns.right(model.parameterLabel(), CELL_WIDTH) + "  "
        + Columns.left(model.quantization(), CELL_WIDTH)
        + (model.contextLength() > 0 ? Columns.right(Words.tokens(model.contextLength()), CELL_WIDTH) : "");
    String size = model.diskBytes() > 0 ? Words.bytes(model.diskBytes()) : "";
    boolean chosen = model.name().equals(state().server().model());
    return group == ModelGroup.EMBEDDING
        ? PickerRow.greyed(text, size, "can't chat  " + size)
        : PickerRow.of(model.name(), text, (chosen ? "answers now  " : "") + size);
  }

  @Override
  protected void chosen(String model) {
    choose(new Choice.UseModel(model));
  }

  @Override
  protected boolean other(Motion motion) {
    if (motion == Motion.MORE) {
      say(new Event.ActionTriggered(Action.HOST));
    }
    return motion == Motion.MORE;
  }

  @Override
  protected String nothing() {
    return searched().isEmpty()
        ? "No models there. On that machine: ollama pull NAME"
        : noMatch("model");
  }

  @Override
  protected String corner() {
    long bytes = state().server().models().stream().mapToLong(ModelInfo::diskBytes).sum();
    return state().server().models().size() + " here, " + Words.bytes(bytes);
  }

  @Override
  protected String pickerKeys() {
    return keys(enter("use"), tab("another host"));
  }
}
