package dev.chatstream.core.reduce;

import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.SaveState;

/// Takes a sentence away when what it speaks of is over: nobody has to press a key to be rid of what is no longer true.
final class Settled {

  private Settled() {}

  /// The state after an event, without a sentence that stood before and is over now.
  static AppState after(AppState before, AppState after) {
    return after.notice() == before.notice() && over(before, after) ? after.with(Notice.NONE) : after;
  }

  private static boolean over(AppState before, AppState after) {
    return switch (after.notice().about()) {
      case NEWS -> false;
      case SAVING -> !after.unsaved() && !(after.chat().save() instanceof SaveState.Saving);
      case DIALOG -> after.dialogs().size() < before.dialogs().size();
      case OWN_FILES ->
        after.personal().keyProblems().isEmpty() && after.personal().preferences().problems().isEmpty();
    };
  }
}
