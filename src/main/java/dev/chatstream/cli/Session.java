package dev.chatstream.cli;

import dev.chatstream.app.Options;
import dev.chatstream.care.work.Care;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.log.Logging;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.chat.ChatStore;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// What a command without a screen works with.
final class Session {

  private final GlobalFlags flags;
  private final Map<String, String> environment;
  private final OutputStream out;

  Session(GlobalFlags flags, Map<String, String> environment, OutputStream out) {
    this.out = out;
    this.flags = flags;
    this.environment = environment;
  }

  /// Standard output.
  Output output() {
    return new Output(out);
  }

  Options options() {
    return flags.options(environment);
  }

  Map<String, String> environment() {
    return environment;
  }

  /// How a data root is opened.
  @FunctionalInterface
  private interface Opening {
    DataRoot of(Path folder) throws StoreException;
  }

  /// The data root, made and checked, for a command that keeps nothing of its own there.
  DataRoot root() {
    return root(DataRoot::open);
  }

  /// The data root for a command that writes; the disk has room.
  DataRoot rootToWrite() {
    return root(folder -> {
      DataRoot root = DataRoot.open(folder);
      root.requireRoom();
      return root;
    });
  }

  /// Logging goes to the root's file, or to standard error where `-v` asks for it.
  private DataRoot root(Opening opening) {
    Options options = options();
    try {
      DataRoot root = opening.of(options.home());
      if (options.verbose()) {
        Logging.startOn(System.err, options.logLevel());
      } else {
        Logging.start(root.logFile(), options.logLevel(), (line, inFile) -> {});
      }
      return root;
    } catch (StoreException refused) {
      throw failed(refused);
    }
  }

  /// What is kept, to look at.
  Care careToRead() {
    return Care.of(rootToRead());
  }

  /// What is kept, to change it. Room is looked at by what needs it: emptying the trash has to work on a full disk.
  Care careToWrite() {
    return Care.of(root());
  }

  /// The data root, to look at.
  DataRoot rootToRead() {
    return root(DataRoot::openToRead);
  }

  /// The chats, to look at.
  ChatStore chats() {
    return new ChatStore(rootToRead(), InstantSource.system());
  }

  /// The task lists, to look at.
  TaskListStore lists() {
    return new TaskListStore(rootToRead(), InstantSource.system());
  }

  static Failed failed(StoreException refused) {
    boolean damaged = refused.failure() instanceof StoreFailure.Unreadable
        || refused.failure() instanceof StoreFailure.NotAppendable;
    return new Failed(damaged ? ExitCode.DAMAGE : ExitCode.FAILED, refused.failure().sentence());
  }
}
