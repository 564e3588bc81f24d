package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.Preset;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// A name under which the settings of this chat are kept for others.
final class PresetNameDialog extends FieldDialog {

  PresetNameDialog(Look look, AppState state, Consumer<Event> out) {
    super("Save as a preset", "Name", "", look, state, out);
  }

  @Override
  protected void entered(String text) {
    choose(new Choice.KeepPreset(text));
  }

  @Override
  protected String note(String text) {
    boolean taken = state().library().presets().stream().map(Preset::name).anyMatch(text::equalsIgnoreCase);
    return refusal().orElse(taken
        ? "There is a preset of this name. Its settings become these; comments in its file stay."
        : "It goes into .store/presets as a text file, which you can edit by hand.");
  }

  @Override
  protected String keysLine() {
    return fieldKeys("save", "cancel");
  }
}
