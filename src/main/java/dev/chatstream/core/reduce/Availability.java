package dev.chatstream.core.reduce;

import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Message;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.SaveState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.OptionalLong;

/// Which actions make sense now: hint lines name only those, the list of commands greys the others and says why.
public final class Availability {

  private static final Set<Action> WRITING = EnumSet.of(
      Action.SAVE, Action.RETRY, Action.SAVE_POINTS, Action.CONTINUE, Action.REVISE, Action.COMPARE);

  static final Phrase REPLYING = Phrase.of("A reply is coming.").then(Action.INTERRUPT, "stops it.");

  private Availability() {}

  /// How many seconds nothing has come of the reply, once that is too long; empty before.
  public static OptionalLong stalled(AppState state) {
    return TurnWatch.stalled(state);
  }

  /// Why this action can't be done now, as a sentence; empty when it can.
  public static Optional<Phrase> whyNot(AppState state, Action action) {
    ChatState chat = state.chat();
    boolean nothingSaid = chat.chat().conversation().isEmpty();
    boolean replying = chat.turn().isPresent();
    Optional<Phrase> readOnly = DamageReducer.readOnly(state);
    boolean writes = WRITING.contains(action);
    if (readOnly.isPresent() && writes) {
      return readOnly;
    }
    return switch (action) {
      case SAVE -> when(nothingSaid && !chat.named(), Phrase.of("Nothing has been said yet."));
      case SAVE_AS -> replying && chat.named()
          ? Optional.of(REPLYING)
          : when(nothingSaid && !chat.named(), Phrase.of("Nothing has been said yet."));
      case NEW, OPEN -> notSaved(chat.save());
      case APPEND, TO_TASKS, MAKE_TASKS, PLAIN, EXPORT, PAGER, VIEW ->
        when(nothingSaid, Phrase.of("Nothing has been said yet."));
      case CATEGORIES ->
        when(state.currentList().isEmpty(), Phrase.of("Open a task list first."));
      case SAVE_POINTS -> replying
          ? Optional.of(REPLYING)
          : when(
              chat.chat().savePoints().isEmpty(),
              Phrase.of("No save points yet.").then(Action.SAVE, "on a named chat makes one."));
      case CONTINUE -> replying
          ? Optional.of(REPLYING)
          : when(!endsWithAnswer(chat.chat()), Phrase.of("There is no answer to go on with."));
      case REVISE -> replying
          ? Optional.of(REPLYING)
          : when(nothingSaid, Phrase.of("Nothing has been said yet."));
      case BRANCHES -> when(nothingSaid, Phrase.of("Nothing has been said yet."));
      case COMPARE -> when(
          !replying && chat.steering().second().isEmpty() && !endsWithAnswer(chat.chat()),
          Phrase.of("There is no answer yet that another one could stand beside."));
      case STOP -> when(!replying && chat.steering().second().isEmpty(), Phrase.of("No reply is coming."));
      case RETRY -> replying && TurnWatch.stalled(state).isEmpty()
          ? Optional.of(REPLYING)
          : when(nothingSaid, Phrase.of("There is no question to ask again."));
      case QUEUE -> when(chat.queued().isEmpty(), Phrase.of("Nothing is queued."));
      case CONTEXT -> when(nothingSaid, Phrase.of("Nothing has been said yet."));
      case UNDO -> when(state.library().undoFile().isEmpty(), Phrase.of("There is nothing to undo."));
      case ENGINE -> when(state.server().embedded(), Phrase.of("The built-in engine runs already."));
      default -> Optional.empty();
    };
  }

  /// Why the path through the chat can't be changed now, by a fork or another version; empty when it can.
  public static Optional<Phrase> whyNotBranch(AppState state) {
    return state.chat().turn().isPresent() ? Optional.of(REPLYING) : DamageReducer.readOnly(state);
  }

  private static boolean endsWithAnswer(Chat chat) {
    List<Message> path = chat.conversation();
    return path.size() > 1 && path.getLast().role() == Role.ASSISTANT;
  }

  private static Optional<Phrase> notSaved(SaveState save) {
    if (!(save instanceof SaveState.NotSaved failed)) {
      return Optional.empty();
    }
    Phrase words = Phrase.of("This chat is not saved.");
    Action way = failed.wayOut();
    return Optional.of(words.then(way, way == Action.SAVE_AS ? "saves a copy." : "tries again."));
  }

  private static Optional<Phrase> when(boolean impossible, Phrase sentence) {
    return impossible ? Optional.of(sentence) : Optional.empty();
  }
}
