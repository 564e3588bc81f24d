package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.model.Preset;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.SettingsWords;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The presets. Enter leads the chat by one.
final class PresetsDialog extends ListDialog<Preset> {

  PresetsDialog(Look look, AppState state, Consumer<Event> out) {
    super("Presets", look, state, out);
    refresh();
  }

  @Override
  protected List<PickerRow<Preset>> rows() {
    return state().library().presets().stream().map(preset -> PickerRow.of(preset, preset.name(), right(preset)))
        .toList();
  }

  private static String right(Preset preset) {
    return preset.problems().isEmpty() ? preset.file() : Words.count(preset.problems().size(), "mistake");
  }

  @Override
  protected String nothing() {
    return "No presets yet. s makes one of how this chat is led.";
  }

  @Override
  protected List<Letter> letters() {
    return List.of(Letter.of("s", "save this chat's settings", new Choice.WantPresetName()));
  }

  @Override
  protected String enter() {
    return "use";
  }

  @Override
  protected void chosen(Preset preset) {
    choose(new Choice.UsePreset(preset));
  }

  @Override
  protected String more(Optional<Preset> current) {
    return current.map(preset -> preset.problems().isEmpty()
        ? SettingsWords.whole(preset.settings())
        : preset.problems().getFirst()).orElse("They are text files in .store/presets.");
  }
}
