package dev.chatstream.core.event;

import dev.chatstream.core.chat.Clash;
import dev.chatstream.core.task.TaskScope;
import java.util.Map;
import java.util.UUID;

/// What a person chose in a dialog.
public sealed interface Choice {

  /// Try the server once more.
  record TryAgain() implements Choice {}

  /// Use this host; as it was typed.
  record UseHost(String host) implements Choice {}

  /// Start the embedded engine.
  record UseEngine() implements Choice {}

  /// Stop starting the embedded engine.
  record CancelEngine() implements Choice {}

  /// Go on without a model.
  record WithoutModel() implements Choice {}

  /// Ask this model from now on.
  record UseModel(String name) implements Choice {}

  /// Give the chat this name.
  record NameChat(String name) implements Choice {}

  /// Open this chat: by file name, or a draft by its id where the file name is empty.
  record OpenChat(String file, UUID id) implements Choice {}

  /// Throw this draft away.
  record DiscardDraft(UUID id) implements Choice {}

  /// Append the chat to this one.
  record AppendToChat(String file, boolean goOn) implements Choice {}

  /// Add tasks to this list, or to a new one of this name.
  record AppendToList(String list, boolean create, TaskScope scope) implements Choice {}

  /// Write the chat as was chosen for each message that both sides changed.
  record Settle(Map<UUID, Clash.Pick> picks) implements Choice {}

  /// Write the chat, whose file is gone, to where it was.
  record WriteAgain() implements Choice {}

  /// Go on in the file that holds the chat now.
  record GoOnIn(String file) implements Choice {}

  /// Put the newest whole copy in the place of this damaged file.
  record UseCopy(String path) implements Choice {}

  /// Go back to this save point.
  record GoBackTo(UUID head) implements Choice {}

  /// The question does not fit: send it with a larger window.
  record LargerWindow(int tokens) implements Choice {}

  /// The question does not fit: leave out the messages before this one (0 is the first).
  record StartFrom(int message) implements Choice {}

  /// The question does not fit: send it all the same.
  record SendAnyway() implements Choice {}

  /// Draw with this theme from now on.
  record UseTheme(String name) implements Choice {}
}
