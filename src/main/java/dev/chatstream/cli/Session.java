package dev.chatstream.cli;

import dev.chatstream.app.Options;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.log.Logging;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.util.Map;

/// What a command without a screen works with.
final class Session {

  private final GlobalFlags flags;
  private final Map<String, String> environment;

  Session(GlobalFlags flags, Map<String, String> environment) {
    this.flags = flags;
    this.environment = environment;
  }

  Options options() {
    return flags.options(environment);
  }

  Map<String, String> environment() {
    return environment;
  }

  /// The data root, checked; logging goes to its file, or to standard error where `-v` asks for it.
  DataRoot root() {
    Options options = options();
    try {
      DataRoot root = DataRoot.open(options.home());
      if (options.verbose()) {
        Logging.startOn(System.err, options.logLevel());
      } else {
        Logging.start(root.logFile(), options.logLevel(), line -> { });
      }
      return root;
    } catch (StoreException refused) {
      throw failed(refused);
    }
  }

  ChatStore chats() {
    return new ChatStore(root(), InstantSource.system());
  }

  TaskListStore lists() {
    return new TaskListStore(root(), InstantSource.system());
  }

  static Failed failed(StoreException refused) {
    boolean damaged = refused.failure() instanceof StoreFailure.Unreadable;
    return new Failed(damaged ? ExitCode.DAMAGE : ExitCode.FAILED, refused.failure().sentence());
  }
}
