package dev.chatstream.app;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Sees to it that what is written in the input is kept, a second after it changed at the latest. Belongs to the loop;
/// the text is looked at once a second at most.
final class UnsentKeeper {

  private static final long EVERY = Duration.ofSeconds(1).toNanos();

  private String kept = "";
  private boolean touched;
  private long last = System.nanoTime() - EVERY;

  /// Something happened that may have changed the text.
  void touch() {
    touched = true;
  }

  /// The command that keeps the text, if it changed and the time has come.
  Optional<Command> due(long now, Supplier<String> unsent) {
    if (!touched || now - last < EVERY) {
      return Optional.empty();
    }
    touched = false;
    String text = unsent.get();
    if (text.equals(kept)) {
      return Optional.empty();
    }
    last = now;
    kept = text;
    return Optional.of(new WritingCommand.KeepInput(text));
  }

  /// How long the loop may sleep without being late.
  long patience(long now, long most) {
    return touched ? Math.min(most, Math.max(0, last + EVERY - now)) : most;
  }
}
