package dev.chatstream.core.reduce;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Writing;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;

/// What a person writes: with the editor of their own, from earlier prompts, from templates.
final class WritingReducer {

  private WritingReducer() {}

  static Step reduce(AppState state, Writing event) {
    return switch (event) {
      case Writing.TextEdited edited ->
        Step.to(state.focusOn(Panel.INPUT)).and(new WindowCommand.ReplaceInput(edited.text()));
      case Writing.GuestLeft left when left.trouble().isEmpty() -> Step.to(state);
      case Writing.GuestLeft left -> Step.to(state.with(Notice.warning(left.trouble(), state.now())));
      case Writing.PromptsRead read -> Step.to(read.show() ? state.open(new Dialog.Prompts(read.prompts())) : state)
          .and(new WindowCommand.KnowPrompts(read.prompts()));
      case Writing.TemplatesRead read -> Step.to(state.open(new Dialog.Templates(read.templates())));
      case Writing.TemplateKept kept -> Step.to(state.without(Dialog.NameTemplate.class).with(Notice.info(
          Phrase.of("Kept as .store/templates/" + kept.file() + ".").then(Action.TEMPLATES, "takes it out again."))));
      case Writing.UnsentTaken taken -> unsentTaken(state, taken);
      case Writing.QueuedWanted wanted -> Queue.takeLast(state);
    };
  }

  /// Another chat may be on the screen by now.
  private static Step unsentTaken(AppState state, Writing.UnsentTaken taken) {
    if (taken.text().isEmpty()) {
      return Step.to(state);
    }
    return Step.to(state).and(state.chat().chat().id().equals(taken.chat())
        ? new WindowCommand.PutInput(taken.text())
        : new WritingCommand.KeepUnsent(taken.chat(), taken.text()));
  }
}
