package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.ui.keys.DefaultKeys;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Plays events to the reducers and keeps what they answered: the state of the moment, and the commands of the last
/// event.
final class Play {

  static final Instant START = Instant.parse("2026-11-23T14:00:00Z");
  static final StoreFailure FULL = new StoreFailure.DiskFull("chats/a.json");
  static final ModelError SILENT = new ModelError.Unreachable("localhost:11434", "connection refused");

  private long lastId;
  private final Reducer reducer = new Reducer(() -> new UUID(0, ++lastId), () -> ZoneOffset.UTC);
  private AppState state;
  private List<Command> commands = List.of();

  Play() {
    Chat chat = Chat.empty(new UUID(1, 1), START);
    state = AppState.begin(START, ChatState.of(chat, "", new SaveState.Empty()), "");
  }

  /// With a server that answers and has one model.
  static Play withModel() {
    return new Play().on(answered(model("m:1b")));
  }

  static ModelInfo model(String name) {
    return new ModelInfo(name, 1_000_000_000, 1_000_000_000, "1B", "Q4", "llama", Set.of("completion"), 32_768);
  }

  static Event.ServerAnswered answered(ModelInfo... models) {
    return new Event.ServerAnswered("localhost:11434", "0.33", List.of(models));
  }

  Play on(Event event) {
    Step step = reducer.reduce(state, event);
    state = step.state();
    commands = step.commands();
    return this;
  }

  Play act(Action action) {
    return on(new Event.ActionTriggered(action));
  }

  Play choose(Choice choice) {
    return on(new Event.Chosen(choice));
  }

  Play later(long seconds) {
    return on(new Event.TimePassed(state.now().plusSeconds(seconds)));
  }

  Play ask(String question) {
    return on(new Event.PromptSubmitted(question));
  }

  Play token(String text) {
    return on(new Event.TokenReceived(turn(), text, false, 1));
  }

  Play done() {
    return on(new Event.TurnCompleted(turn(), Metrics.UNKNOWN));
  }

  Play fail(ModelError error) {
    return on(new Event.TurnFailed(turn(), error));
  }

  /// Asks and gets this answer.
  Play exchange(String question, String answer) {
    return ask(question).token(answer).done();
  }

  /// The store wrote the chat as it is now, under this file name.
  Play saved(String file, boolean asked) {
    return on(new Event.ChatSaved(chat().chat().withTitle("Title"), file, chat().revision(), asked));
  }

  /// A chat of one exchange that has a name and is saved.
  static Play named() {
    return withModel().exchange("q", "a").saved("title.json", false);
  }

  Play saveFails() {
    return on(new Event.SaveFailed(chat().chat().id(), chat().file(), chat().revision(), FULL));
  }

  UUID turn() {
    return chat().turn().orElseThrow().id();
  }

  AppState state() {
    return state;
  }

  ChatState chat() {
    return state.chat();
  }

  String notice() {
    return DefaultKeys.keymap().words(state.notice().words());
  }

  String trouble() {
    return DefaultKeys.keymap().words(state.chat().trouble());
  }

  List<String> said() {
    return chat().chat().conversation().stream().map(Message::content).toList();
  }

  Message last() {
    return chat().chat().conversation().getLast();
  }

  List<Command> commands() {
    return commands;
  }

  /// The commands of this kind that the last event asked for.
  <C extends Command> List<C> commands(Class<C> kind) {
    List<C> found = new ArrayList<>();
    commands.stream().filter(kind::isInstance).map(kind::cast).forEach(found::add);
    return found;
  }

  /// The one command of this kind that the last event asked for.
  <C extends Command> C command(Class<C> kind) {
    List<C> found = commands(kind);
    if (found.size() != 1) {
      throw new AssertionError("wanted one " + kind.getSimpleName() + ", got " + commands);
    }
    return found.getFirst();
  }
}
