package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ContextWindow;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// A second model that answers a question beside the first one. Its answer goes to the branches; nothing of the first
/// one's turn is touched.
final class SecondReducer {

  private final Supplier<UUID> ids;
  private final TurnReducer turns;

  SecondReducer(Supplier<UUID> ids, TurnReducer turns) {
    this.ids = ids;
    this.turns = turns;
  }

  /// Asks which model; one that is answering already is shown again.
  static Step open(AppState state) {
    ChatState chat = state.chat();
    Optional<Turn> coming = chat.steering().second();
    List<UUID> path = chat.chat().conversation().stream().map(Message::id).toList();
    return Step.to(state.open(coming
        .flatMap(turn -> first(chat, path.indexOf(turn.question()))
            .<Dialog> map(answer -> new Dialog.TwoAnswers(answer, turn.answer())))
        .orElseGet(Dialog.SecondModel::new)));
  }

  /// Asks this model what was asked last. The first answer may be there or still be coming.
  Step ask(AppState state, String model) {
    ChatState chat = state.chat();
    List<Message> path = chat.chat().conversation();
    int question = lastQuestion(path);
    Optional<UUID> first = first(chat, question);
    if (first.isEmpty() || chat.steering().second().isPresent()) {
      return Step.to(state.with(Notice.info(first.isEmpty()
          ? "There is no answer yet that another one could stand beside."
          : "A second model is answering already.")));
    }
    Optional<ModelInfo> info = state.server().models().stream().filter(each -> each.name().equals(model)).findFirst();
    int window = ContextWindow.of(chat.contextTokens(), info);
    ChatState asking = chat.changed(chat.chat().withConversation(path.subList(0, question + 1)));
    Turn turn = Turn.begin(
        ids.get(), path.get(question).id(), ids.get(), model, Prompts.recorded(chat.settings(), info, window),
        state.now());
    ChatRequest request = new ChatRequest(model, asking.context(), window, chat.settings().options(info));
    AppState asked = state.with(chat.with(chat.steering().withSecond(Optional.of(turn))))
        .without(Dialog.SecondModel.class)
        .open(new Dialog.TwoAnswers(first.get(), turn.answer()));
    return Step.to(asked)
        .and(new Command.StartTurn(Prompts.asked(chat.chat(), path.get(question), turn), request));
  }

  private static int lastQuestion(List<Message> path) {
    int at = path.size() - 1;
    while (at >= 0 && path.get(at).role() != Role.USER) {
      at--;
    }
    return at;
  }

  private static Optional<UUID> first(ChatState chat, int question) {
    List<Message> path = chat.chat().conversation();
    if (question < 0) {
      return Optional.empty();
    }
    return question + 1 < path.size()
        ? Optional.of(path.get(question + 1).id())
        : chat.turn().map(Turn::answer);
  }

  /// What comes of the second turn; empty when the event belongs to another one.
  static Optional<Step> reduce(AppState state, Event.FromTurn event) {
    return state.chat().steering().second()
        .filter(turn -> turn.id().equals(event.turn()))
        .map(turn -> switch (event) {
          case Event.TokenReceived token -> Step.to(with(
              state, Optional.of(turn.plus(token.text(), token.thinking(), token.pieces(), state.now()))));
          case Event.TurnAnswering answering -> Step.to(state);
          case Event.TurnCompleted done -> ended(state, turn, MessageState.DONE, done.metrics());
          case Event.TurnFailed failed -> failed(state, turn, failed.error());
        });
  }

  private static Step failed(AppState state, Turn turn, ModelError error) {
    boolean stopped = error instanceof ModelError.Cancelled;
    Step step = turn.silent()
        ? Step.to(with(state, Optional.empty()))
        : ended(state, turn, TurnReducer.end(error), Metrics.UNKNOWN);
    Notice words = stopped
        ? Notice.info(turn.silent() ? "Stopped before anything came." : "Stopped. What came is kept on a branch.")
        : Notice.warning(turn.model() + ": " + error.happened(), state.now());
    return step.then(after -> Step.to(after.with(words)));
  }

  /// The answer, whole or in part, becomes a branch.
  private static Step ended(AppState state, Turn turn, MessageState end, Metrics metrics) {
    ChatState chat = state.chat();
    List<Message> branches = new ArrayList<>(chat.chat().branches());
    branches.add(TurnReducer.message(turn, end, metrics, state.now()));
    ChatState longer = chat.changed(chat.chat().withBranches(branches));
    return Saving.persist(with(state.with(longer), Optional.empty()));
  }

  /// Ends it as if the person had stopped it: before another chat is opened, and before the end.
  static Step abandon(AppState state) {
    Optional<Turn> second = state.chat().steering().second();
    if (second.isEmpty()) {
      return Step.to(state);
    }
    Step ended = second.get().silent()
        ? Step.to(with(state, Optional.empty()))
        : ended(state, second.get(), MessageState.STOPPED, Metrics.UNKNOWN);
    return ended.and(new Command.StopTurn(second.get().id()));
  }

  /// Goes on with this answer. One that is still coming has to end first; the other one is stopped.
  Step keep(AppState state, UUID answer) {
    AppState closed = state.without(Dialog.TwoAnswers.class);
    boolean coming = state.chat().steering().second().filter(turn -> turn.answer().equals(answer)).isPresent();
    if (coming) {
      return Step.to(state.with(Notice.info("This answer is still coming. Stop it or wait, then keep it.")));
    }
    if (state.chat().turn().filter(turn -> turn.answer().equals(answer)).isPresent()) {
      return Step.to(closed);
    }
    return turns.abandonFirst(closed).then(free -> {
      Chat chat = free.chat().chat();
      Chat kept = ChatTree.of(chat).message(answer).map(message -> ChatTree.of(chat).through(message)).orElse(chat);
      return kept == chat
          ? Step.to(free.with(Notice.info("The chat goes on with this answer. The other one is kept.")))
          : Saving.persist(BranchReducer.moved(free, kept)
              .with(Notice.info("The chat goes on with this answer. The other one is kept.")));
    });
  }

  Step stop(AppState state, UUID answer) {
    Optional<Turn> second = state.chat().steering().second().filter(turn -> turn.answer().equals(answer));
    if (second.isPresent()) {
      return Step.to(with(state, Optional.of(second.get().stopping()))).and(new Command.StopTurn(second.get().id()));
    }
    Optional<Turn> first = state.chat().turn().filter(turn -> turn.answer().equals(answer));
    return first.isEmpty()
        ? Step.to(state.with(Notice.info("This answer has ended.")))
        : Step.to(state.with(state.chat().withTurn(first.map(Turn::stopping))))
            .and(new Command.StopTurn(first.get().id()));
  }

  private static AppState with(AppState state, Optional<Turn> second) {
    ChatState chat = state.chat();
    return state.with(chat.with(chat.steering().withSecond(second)));
  }
}
