package dev.chatstream.core.reduce;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.SaveState;

/// Puts a changed chat on the disk: in its file when it has one, else as a draft.
final class Saving {

  private Saving() {}

  /// Asks the store to write the chat as it is now. A chat in which nothing is said any more is no draft: the store
  /// takes away what it kept of it.
  static Step persist(AppState state) {
    ChatState chat = state.chat();
    if (chat.chat().conversation().isEmpty() && !chat.named()) {
      Step empty = Step.to(state.with(chat.withSave(new SaveState.Empty())));
      return chat.revision() == 0 ? empty : empty.and(command(chat, false));
    }
    return Step.to(state.with(chat.withSave(new SaveState.Saving()))).and(command(chat, false));
  }

  /// The command that writes this chat.
  static Command command(ChatState chat, boolean asked) {
    return chat.named()
        ? new StoreCommand.SaveChat(chat.chat(), chat.file(), chat.revision(), asked)
        : new StoreCommand.KeepDraft(chat.chat(), chat.revision());
  }
}
