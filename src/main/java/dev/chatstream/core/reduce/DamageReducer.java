package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.state.SaveState;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Files that are damaged: read as far as they go, and mended from a copy only when the person says so.
final class DamageReducer {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);
  private static final String CHATS = "chats/";

  private final Supplier<ZoneId> zone;

  DamageReducer(Supplier<ZoneId> zone) {
    this.zone = zone;
  }

  AppState opened(AppState state, Event.ReadOnlyOpened event) {
    SaveState.ReadOnly save = new SaveState.ReadOnly(event.why(), CHATS + event.file(), event.copied());
    return state.with(ChatState.of(event.chat(), event.file(), save))
        .withDialogs(List.of())
        .focusOn(Panel.INPUT)
        .with(Notice.warning(event.why().onScreen().then(wayOut(save)), state.now()));
  }

  /// Enter in the empty input of a damaged chat.
  static Step enter(AppState state, SaveState.ReadOnly save) {
    return save.copied().isPresent()
        ? Step.to(state).and(new StoreCommand.FindCopy(save.path()))
        : Step.to(state.with(Notice.info(refusal(save))));
  }

  /// Why nothing can be said in a chat that can only be read.
  static Phrase refusal(SaveState.ReadOnly save) {
    return Phrase.of("This chat can only be read.")
        .then(Action.SAVE_AS, "saves what is shown under another name.")
        .then(wayOut(save));
  }

  private static Phrase wayOut(SaveState.ReadOnly save) {
    return save.copied().isPresent() ? Phrase.of("Enter: last good copy.") : Phrase.NONE;
  }

  /// Why it can't be written; empty when it can.
  static Optional<Phrase> readOnly(AppState state) {
    return state.chat().save() instanceof SaveState.ReadOnly save ? Optional.of(refusal(save)) : Optional.empty();
  }

  Step used(AppState state, Event.CopyUsed event) {
    String file = event.path().substring(event.path().indexOf('/') + 1);
    AppState told = state.with(Notice.warning(
        file + " is the copy of " + TIME.format(event.made().atZone(zone.get())) + " now. The damaged one: "
            + event.damaged(),
        state.now()));
    return event.path().startsWith(CHATS)
        ? Step.to(told).and(new StoreCommand.OpenChat(file, null))
        : Step.to(told).and(new Command.ReadLists(), new Command.ReadTasks(file));
  }
}
