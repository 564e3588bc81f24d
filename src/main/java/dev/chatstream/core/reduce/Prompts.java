package dev.chatstream.core.reduce;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.ChatTree;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.model.ChatRequest;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.model.Parameter;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.core.state.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Questions: sent, queued, held back because they do not fit, or asked again.
final class Prompts {

  private static final Notice QUEUED = Notice.info("Queued: it is sent after this reply.");

  private final Supplier<UUID> ids;

  Prompts(Supplier<UUID> ids) {
    this.ids = ids;
  }

  /// Enter in the input. The text leaves the input only when it is taken; a question that does not fit is held until
  /// the person has chosen, and comes back when nothing was chosen.
  Step submit(AppState state, String text) {
    if (state.chat().save() instanceof SaveState.ReadOnly save) {
      return text.isBlank()
          ? DamageReducer.enter(state, save)
          : Step.to(state.with(Notice.warning(DamageReducer.refusal(save), state.now())));
    }
    if (text.isBlank()) {
      return state.chat().turn().isPresent() ? Step.to(state) : sendWaiting(state);
    }
    boolean replaces = state.chat().steering().replacing().isPresent();
    if (state.chat().turn().isPresent() && replaces) {
      return Step.to(state.with(Notice.info(Availability.REPLYING)));
    }
    if (state.chat().turn().isPresent()) {
      return Step.to(state.with(state.chat().enqueue(text)).with(QUEUED)).and(taken(text));
    }
    if (state.server().model().isEmpty()) {
      return Step.to(state.with(Notice.warning(noModel(state), state.now())));
    }
    Optional<Dialog.Overflow> overflow = Fit.overflow(BranchReducer.besideReplaced(state), text);
    if (overflow.isPresent()) {
      return Step.to(state.with(state.chat().hold(text)).open(overflow.get())).and(taken(text));
    }
    return replaces
        ? send(state, text).and(new WritingCommand.KeepPrompt(text))
        : send(state, text).and(taken(text));
  }

  /// Enter without a text: the first question that a reply which broke off left waiting.
  private Step sendWaiting(AppState state) {
    boolean mute = state.server().model().isEmpty() && !state.chat().queued().isEmpty();
    return mute ? Step.to(state.with(Notice.warning(noModel(state), state.now()))) : askNext(state);
  }

  /// The text leaves the input, and is found again among the earlier prompts.
  private static Command[] taken(String text) {
    return new Command[] {new WindowCommand.ClearInput(), new WritingCommand.KeepPrompt(text)};
  }

  /// Sends the question that was held back, or asks the last one again, now that the person has chosen how.
  Step sendHeld(AppState state) {
    boolean again = state.dialogs().stream().anyMatch(open -> open instanceof Dialog.Overflow held && held.again());
    if (again && state.chat().turn().isPresent()) {
      return Step.to(state.without(Dialog.Overflow.class).with(Notice.info(Availability.REPLYING)));
    }
    if (again) {
      return askAgain(state.without(Dialog.Overflow.class), EarlierAnswers.setAside(state.chat().chat()));
    }
    String held = state.chat().held();
    if (held.isEmpty()) {
      return Step.to(state);
    }
    AppState free = state.with(state.chat().hold("")).without(Dialog.Overflow.class);
    return free.chat().turn().isPresent()
        ? Step.to(free.with(free.chat().enqueue(held)).with(QUEUED))
        : send(free, held);
  }

  /// The same, unless it still does not fit: then the choice is there again.
  Step sendHeldIfItFits(AppState state) {
    boolean again = state.dialogs().stream().anyMatch(open -> open instanceof Dialog.Overflow held && held.again());
    Optional<Dialog.Overflow> overflow = again
        ? Fit.overflowAgain(state, EarlierAnswers.setAside(state.chat().chat()))
        : Fit.overflow(state, state.chat().held());
    boolean waits = again || !state.chat().held().isEmpty();
    return waits && overflow.isPresent() ? Step.to(state.open(overflow.get())) : sendHeld(state);
  }

  /// Sends the next question that waits, if one does.
  Step askNext(AppState state) {
    List<String> queued = state.chat().queued();
    if (queued.isEmpty()) {
      return Step.to(state);
    }
    AppState shorter = state.with(state.chat().withQueue(queued.subList(1, queued.size())));
    String next = queued.getFirst();
    Optional<Dialog.Overflow> overflow = Fit.overflow(shorter, next);
    if (overflow.isPresent()) {
      return Step.to(shorter.with(shorter.chat().hold(next)).open(overflow.get()));
    }
    return send(shorter, next);
  }

  /// Asks the last question again. An answer that it got before goes to the branches. When it no longer fits, nothing
  /// changes until the person has chosen.
  Step retry(AppState state) {
    Chat again = EarlierAnswers.setAside(state.chat().chat());
    if (again.conversation().isEmpty() || state.server().model().isEmpty()) {
      Phrase why = again.conversation().isEmpty()
          ? Phrase.of("There is no question to ask again.")
          : noModel(state);
      return Step.to(state.with(Notice.warning(why, state.now())));
    }
    Optional<Dialog.Overflow> overflow = Fit.overflowAgain(state, again);
    return overflow.isPresent() ? Step.to(state.open(overflow.get())) : askAgain(state, again);
  }

  private Step askAgain(AppState state, Chat again) {
    List<Message> path = new ArrayList<>(again.conversation());
    path.add(path.removeLast().withState(MessageState.DONE));
    return begin(state.with(state.chat().changed(again.withConversation(path))), path.getLast(), Optional.empty());
  }

  /// Lets the model go on where the last answer ends. What comes of it is an answer of its own, which begins with that
  /// part: so the part stays as it was, and a journal never belongs to an answer that the chat has already.
  Step goOn(AppState state) {
    Chat chat = state.chat().chat();
    Message part = chat.conversation().getLast();
    if (state.server().model().isEmpty()) {
      return Step.to(state.with(Notice.warning(noModel(state), state.now())));
    }
    if (Fit.overflowAgain(state, chat).isPresent()) {
      return Step.to(state.with(Notice.warning(
          Phrase.of("This answer fills the window.").then(Action.SETTINGS, "makes it larger (num_ctx)."),
          state.now())));
    }
    Chat aside = ChatTree.of(chat).before(part);
    return begin(state.with(state.chat().changed(aside)), aside.conversation().getLast(), Optional.of(part));
  }

  private Step send(AppState state, String text) {
    AppState beside = BranchReducer.besideReplaced(state);
    ChatState chat = beside.chat();
    Message question = Message.fromUser(ids.get(), TurnReducer.parent(chat), text, state.now());
    Step sent = begin(beside.with(chat.changed(chat.chat().plus(question))), question, Optional.empty());
    boolean replaced = state.chat().steering().replacing().isPresent();
    return replaced ? sent.and(new WindowCommand.GiveInputBack()) : sent;
  }

  /// @param part of an answer, with which the answer begins
  private Step begin(AppState state, Message question, Optional<Message> part) {
    ChatState chat = state.chat().withTrouble(Phrase.NONE);
    String model = state.server().model();
    Optional<ModelInfo> chosen = state.server().chosen();
    Map<String, Object> recorded = recorded(chat.settings(), chosen, state.window());
    Turn fresh = Turn.begin(ids.get(), question.id(), ids.get(), model, recorded, state.now());
    Turn turn = part.map(begun -> fresh.goingOnWith(begun.content(), begun.thinking())).orElse(fresh);
    List<Message> history = Stream.concat(chat.context().stream(), part.stream()).toList();
    ChatRequest request = new ChatRequest(model, history, state.window(), chat.settings().options(chosen));
    Step asked = Step.to(state.with(chat.withTurn(Optional.of(turn))).with(Notice.NONE))
        .and(new Command.StartTurn(asked(chat.chat(), question, turn), request));
    return asked.then(Saving::persist);
  }

  /// What is kept with an answer: everything that was sent about how to answer.
  static Map<String, Object> recorded(ChatSettings settings, Optional<ModelInfo> model, int window) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put(Parameter.NUM_CTX.wireName(), window);
    options.putAll(settings.options(model));
    return options;
  }

  /// For the journal, which keeps what comes while it comes.
  static Asked asked(Chat chat, Message question, Turn turn) {
    Message answer = Message.fromModel(
        turn.answer(),
        question.id(),
        turn.text().toString(),
        turn.thinking().toString(),
        turn.model(),
        turn.options(),
        MessageState.CUT,
        Metrics.UNKNOWN,
        turn.started());
    return new Asked(turn.id(), chat.id(), chat.title(), chat.created(), question, answer);
  }

  private static Phrase noModel(AppState state) {
    return state.server().up()
        ? Phrase.of("No model answers yet. Your text is kept.").then(Action.MODEL, "chooses one.")
        : Phrase.of("No model server answers yet. Your text is kept.").then(Action.MODEL, "says more.");
  }
}
