package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.model.Preset;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import java.util.Optional;

/// How the chat is led: its system prompt, its parameters, and presets of both.
final class SettingsReducer {

  private SettingsReducer() {}

  static Step open(AppState state) {
    Step open = Step.to(state.open(new Dialog.Settings()));
    String model = state.server().model();
    boolean known = model.isEmpty() || state.server().watch().usual().containsKey(model);
    return known ? open : open.and(new ModelCommand.AskUsual(model));
  }

  static Step reduce(AppState state, Choice.OnSettings choice) {
    return switch (choice) {
      case Choice.WantParameter want -> Step.to(state.open(new Dialog.SetParameter(want.parameter())));
      case Choice.SetParameter set -> setParameter(state, set.parameter(), set.text());
      case Choice.WantSystem want -> Step.to(state.open(new Dialog.SystemPrompt()));
      case Choice.SetSystem set -> set(
          state.without(Dialog.SystemPrompt.class), state.chat().settings().withSystem(set.prompt()),
          set.prompt().isBlank()
              ? "No system prompt from now on."
              : "The system prompt counts from the next question on.");
      case Choice.WantPresets want -> Step.to(state.open(new Dialog.Presets())).and(new Command.ReadPresets());
      case Choice.UsePreset use -> usePreset(state, use.preset());
      case Choice.WantPresetName want -> Step.to(state.open(new Dialog.PresetName()));
      case Choice.KeepPreset keep -> keepPreset(state, keep.name());
    };
  }

  /// One of which nothing can be used changes nothing; of one with mistakes the rest counts, which is said.
  private static Step usePreset(AppState state, Preset preset) {
    if (preset.problems().isEmpty()) {
      return set(state.without(Dialog.Presets.class), preset.settings(),
          "Led by " + preset.name() + " from the next question on.");
    }
    String first = preset.problems().getFirst();
    if (preset.settings().isEmpty()) {
      return Step.to(state.with(Notice.warning("Not used: " + first, state.now()).about(Notice.About.DIALOG)));
    }
    return set(state.without(Dialog.Presets.class), preset.settings(), "")
        .then(led -> Step.to(led.with(Notice.warning("Led by " + preset.name() + ", but " + first, led.now()))));
  }

  private static Step setParameter(AppState state, Parameter parameter, String text) {
    Optional<String> wrong = text.isBlank() ? Optional.empty() : parameter.wrong(text);
    if (wrong.isPresent()) {
      return Step.to(state.with(Notice.warning(wrong.get(), state.now()).about(Notice.About.DIALOG)));
    }
    Object value = text.isBlank() ? null : parameter.read(text).orElseThrow();
    return set(
        state.without(Dialog.SetParameter.class), state.chat().settings().with(parameter, value),
        parameter.wireName() + " is " + (value == null ? "as usual" : parameter.text(value)) + " from now on.");
  }

  private static Step set(AppState state, ChatSettings settings, String said) {
    Optional<Phrase> readOnly = DamageReducer.readOnly(state);
    if (readOnly.isPresent()) {
      return Step.to(state.with(Notice.info(readOnly.get())));
    }
    ChatState chat = state.chat();
    int window = settings.window(PersonalReducer.window(state));
    boolean sameWindow = window == chat.settings().window(PersonalReducer.window(state));
    ChatState led = chat.changed(settings.on(chat.chat()))
        .withContext(sameWindow ? chat.contextTokens() : window, chat.contextFrom());
    return Saving.persist(state.with(led).with(Notice.info(said)));
  }

  private static Step keepPreset(AppState state, String name) {
    return name.isBlank()
        ? Step.to(state.with(Notice.warning("A preset needs a name.", state.now()).about(Notice.About.DIALOG)))
        : Step.to(state).and(new StoreCommand.KeepPreset(name.strip(), state.chat().settings()));
  }

  static AppState presets(AppState state, Event.PresetsRead read) {
    AppState known = state.with(state.library().withPresets(read.presets()));
    return read.kept().isEmpty()
        ? known
        : known.without(Dialog.PresetName.class).with(Notice.info("Saved .store/presets/" + read.kept() + "."));
  }
}
