package dev.chatstream.core.reduce;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.SaveState;
import java.util.Optional;

/// Which actions make sense now: hint lines name only those, the list of commands greys the others and says why.
public final class Availability {

  private Availability() {}

  /// Why this action can't be done now, as a sentence; empty when it can.
  public static Optional<String> whyNot(AppState state, Action action) {
    ChatState chat = state.chat();
    boolean nothingSaid = chat.chat().conversation().isEmpty();
    boolean replying = chat.turn().isPresent();
    Optional<String> readOnly = DamageReducer.readOnly(state);
    boolean writes = action == Action.SAVE || action == Action.RETRY || action == Action.SAVE_POINTS;
    if (readOnly.isPresent() && writes) {
      return readOnly;
    }
    return switch (action) {
      case SAVE -> when(nothingSaid && !chat.named(), "Nothing has been said yet.");
      case SAVE_AS -> replying && chat.named()
          ? Optional.of("A reply is coming. ^C stops it.")
          : when(nothingSaid && !chat.named(), "Nothing has been said yet.");
      case NEW, OPEN -> when(chat.save() instanceof SaveState.NotSaved, "This chat is not saved. ^S tries again.");
      case APPEND, TO_TASKS -> when(nothingSaid, "Nothing has been said yet.");
      case SAVE_POINTS -> replying
          ? Optional.of("A reply is coming. ^C stops it.")
          : when(chat.chat().savePoints().isEmpty(), "No save points yet. ^S on a named chat makes one.");
      case STOP -> when(!replying, "No reply is coming.");
      case RETRY -> replying
          ? Optional.of("A reply is coming. ^C stops it.")
          : when(nothingSaid, "There is no question to ask again.");
      case UNDO -> when(state.library().undoFile().isEmpty(), "There is nothing to undo.");
      case ENGINE -> when(state.server().embedded(), "The built-in engine runs already.");
      default -> Optional.empty();
    };
  }

  private static Optional<String> when(boolean impossible, String sentence) {
    return impossible ? Optional.of(sentence) : Optional.empty();
  }
}
