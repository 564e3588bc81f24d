package dev.chatstream.app;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import java.nio.file.Path;

/// The real reader of logs without its threads: does a command at once, on the caller's thread.
public final class DirectLog {

  private final LogReader reader;

  /// @param newest the program's own log, in a temporary folder
  public DirectLog(Path newest) {
    this.reader = new LogReader(new EventBus<>(64), newest);
  }

  /// What the reader would have told the loop.
  public Event run(Command.ForLog command) {
    return reader.answerNow(command);
  }
}
