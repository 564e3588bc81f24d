package dev.chatstream.core.reduce;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the model says becomes part of the chat here, and how a turn ends.
final class TurnReducer {

  private final Prompts prompts;

  TurnReducer(Prompts prompts) {
    this.prompts = prompts;
  }

  Step reduce(AppState state, Event.FromTurn event) {
    Optional<Step> second = SecondReducer.reduce(state, event);
    if (second.isPresent()) {
      return second.get();
    }
    Optional<Turn> current = state.chat().turn().filter(turn -> turn.id().equals(event.turn()));
    if (current.isEmpty()) {
      return Step.to(state);
    }
    Turn turn = current.get();
    return switch (event) {
      case Event.TokenReceived token ->
        Step.to(state.with(state.chat()
            .withTurn(Optional.of(turn.plus(token.text(), token.thinking(), token.pieces(), state.now())))));
      case Event.TurnAnswering answering -> Step.to(state);
      case Event.TurnCompleted done -> completed(state, turn, done.metrics());
      case Event.TurnFailed failed -> failed(state, turn, failed.error());
    };
  }

  private Step completed(AppState state, Turn turn, Metrics metrics) {
    if (turn.addedNothing()) {
      return EarlierAnswers.broughtBack(state.chat().chat(), turn)
          .map(before -> bringBack(state, before))
          .orElseGet(() -> keep(state, turn, MessageState.DONE, metrics))
          .then(after -> say(after, Phrase.of("The model has nothing to add."), true))
          .then(prompts::askNext);
    }
    return keep(state, turn, MessageState.DONE, metrics).then(prompts::askNext);
  }

  private Step failed(AppState state, Turn turn, ModelError error) {
    boolean stopped = error instanceof ModelError.Cancelled;
    if (turn.silent()) {
      return stopped ? stoppedSilent(state) : unanswered(state, error);
    }
    MessageState end = end(error);
    Phrase said = stopped
        ? Phrase.of("Stopped, " + turn.pieces() + (turn.pieces() == 1 ? " token" : " tokens") + " kept.")
            .then(Action.CONTINUE, "goes on,")
            .then(Action.RETRY, "tries again.")
        : error.onScreen();
    return keep(state, turn, end, Metrics.UNKNOWN).then(after -> say(after, said, stopped));
  }

  /// How an answer counts that ended like this.
  static MessageState end(ModelError error) {
    return error instanceof ModelError.Cancelled
        ? MessageState.STOPPED
        : cut(error) ? MessageState.CUT : MessageState.FAILED;
  }

  /// The same before another chat comes. The questions that wait were asked in this one, so they stay with it.
  ///
  /// @param next the chat that comes
  Step leave(AppState state, UUID next) {
    ChatState chat = state.chat();
    String waiting = waiting(chat);
    if (next.equals(chat.chat().id())) {
      return abandon(state);
    }
    if (waiting.isEmpty()) {
      return leave(state);
    }
    return leave(state.with(chat.hold("").withQueue(List.of())))
        .and(new WritingCommand.KeepUnsent(chat.chat().id(), waiting));
  }

  /// The same before it is known which chat comes; what was stopped is said.
  Step leave(AppState state) {
    return abandon(state).then(free -> Step.to(StoppedReply.told(state, free)));
  }

  /// Ends what is coming as if the person had stopped it: before another chat is opened, and before the end.
  Step abandon(AppState state) {
    return SecondReducer.abandon(state).then(this::abandonFirst);
  }

  /// The same for the running turn alone, not for a second model's.
  Step abandonFirst(AppState state) {
    Optional<Turn> running = state.chat().turn();
    if (running.isEmpty()) {
      return returnQueue(state);
    }
    Turn turn = running.get();
    Step ended = turn.silent()
        ? EarlierAnswers.broughtBack(state.chat().chat(), turn)
            .map(before -> bringBack(state, before))
            .orElseGet(() -> Saving.persist(
                state.with(state.chat().changed(marked(state.chat().chat())).withTurn(Optional.empty()))))
        : keep(state, turn, MessageState.STOPPED, Metrics.UNKNOWN);
    return ended.and(new Command.StopTurn(turn.id())).then(this::returnQueue);
  }

  /// The answer, whole or in part, becomes a message.
  private Step keep(AppState state, Turn turn, MessageState end, Metrics measured) {
    Message answer = message(turn, end, measured, state.now());
    ChatState chat = state.chat();
    return Saving.persist(state.with(
        chat.changed(chat.chat().plus(answer)).withTurn(Optional.empty()).withTrouble(Phrase.NONE)));
  }

  /// The answer as far as it came.
  static Message message(Turn turn, MessageState end, Metrics measured, Instant now) {
    return Message.fromModel(
        turn.answer(),
        turn.question(),
        turn.text().toString(),
        turn.thinking().toString(),
        turn.model(),
        turn.options(),
        end,
        withOurs(measured, turn, now),
        now);
  }

  /// The question stays in the chat, marked; the reason stands below it. A question that had an answer before has it
  /// again.
  private Step unanswered(AppState state, ModelError error) {
    ChatState chat = state.chat().withTurn(Optional.empty()).withTrouble(error.onScreen());
    return EarlierAnswers.broughtBack(chat.chat(), state.chat().turn().orElseThrow())
        .map(before -> bringBack(state, before))
        .orElseGet(() -> Saving.persist(state.with(chat.changed(marked(chat.chat())))))
        .then(after -> say(after, error.onScreen(), false));
  }

  /// A question that a second model answers stays, or that answer would follow nothing.
  private Step stoppedSilent(AppState state) {
    ChatState chat = state.chat();
    boolean answeredBeside = chat.steering().second()
        .filter(turn -> chat.chat().head().filter(turn.question()::equals).isPresent()).isPresent();
    if (!answeredBeside || EarlierAnswers.broughtBack(chat.chat(), chat.turn().orElseThrow()).isPresent()) {
      return takeBack(state);
    }
    return Saving.persist(state.with(chat.changed(marked(chat.chat())).withTurn(Optional.empty())))
        .then(after -> say(after, Phrase.of("Stopped. The second model goes on."), true));
  }

  private static Chat marked(Chat chat) {
    List<Message> path = new ArrayList<>(chat.conversation());
    path.add(path.removeLast().withState(MessageState.FAILED));
    return chat.withConversation(path);
  }

  /// Stopped before the first token: the question goes back to the input as if it had not been sent; those behind it
  /// wait on. One that was only asked again gets its answer back instead.
  private Step takeBack(AppState state) {
    ChatState chat = state.chat();
    Optional<Chat> before = EarlierAnswers.broughtBack(chat.chat(), chat.turn().orElseThrow());
    if (before.isPresent()) {
      return bringBack(state, before.get())
          .then(end -> say(end, Phrase.of("Stopped. The answer before is here again."), true));
    }
    Message question = chat.chat().conversation().getLast();
    Optional<Message> replaced = EarlierAnswers.versionBefore(chat.chat());
    AppState after = state.with(chat.changed(EarlierAnswers.withoutQuestion(chat.chat(), replaced))
        .withTurn(Optional.empty())
        .with(chat.steering().replacing(replaced)));
    return Saving.persist(after)
        .and(new WindowCommand.PutInput(question.content()))
        .then(end -> say(end, Phrase.of("Stopped. The question is in the input again."), true));
  }

  private static Step bringBack(AppState state, Chat before) {
    return Saving.persist(state.with(state.chat().changed(before).withTurn(Optional.empty())));
  }

  /// The question that is held back, and those that wait, go back into the input.
  private Step returnQueue(AppState state) {
    String waiting = waiting(state.chat());
    if (waiting.isEmpty()) {
      return Step.to(state);
    }
    AppState free = state.chat().held().isEmpty() ? state : state.without(Dialog.Overflow.class);
    return Step.to(free.with(free.chat().hold("").withQueue(List.of()))).and(new WindowCommand.PutInput(waiting));
  }

  private static String waiting(ChatState chat) {
    List<String> texts = new ArrayList<>(chat.held().isEmpty() ? List.of() : List.of(chat.held()));
    texts.addAll(chat.queued());
    return String.join("\n\n", texts);
  }

  private static Step say(AppState state, Phrase sentence, boolean calm) {
    return Step.to(state.with(calm ? Notice.info(sentence) : Notice.warning(sentence, state.now())));
  }

  private static boolean cut(ModelError error) {
    return error instanceof ModelError.StreamTruncated || error instanceof ModelError.Timeout;
  }

  /// What the server measured, with what it can't know.
  private static Metrics withOurs(Metrics measured, Turn turn, Instant now) {
    if (turn.firstToken() == null) {
      return measured;
    }
    long first = Duration.between(turn.started(), turn.firstToken()).toNanos();
    return new Metrics(
        measured.totalNanos(),
        measured.loadNanos(),
        measured.promptTokens(),
        measured.promptNanos(),
        measured.tokens() >= 0 ? measured.tokens() : turn.pieces(),
        measured.tokenNanos(),
        measured.firstTokenNanos() >= 0 ? measured.firstTokenNanos() : first,
        turn.thought(now).isZero() ? -1 : turn.thought(now).toNanos());
  }

  /// The id of the message that a new one follows.
  static Optional<UUID> parent(ChatState chat) {
    return chat.chat().head();
  }
}
