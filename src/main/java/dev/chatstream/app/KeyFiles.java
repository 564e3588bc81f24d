package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.store.KeysFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.ui.keys.DefaultKeys;
import dev.chatstream.ui.keys.KeyOverrides;
import dev.chatstream.ui.keys.Keymap;
import java.util.List;
import org.tinylog.Logger;

/// The keys: those of the program, and over them those of the person's file. Read once, before the first frame, as
/// hints name keys; what is wrong in the file is told when there is a screen and a log.
final class KeyFiles {

  private final Keymap keys;
  private final List<String> problems;

  KeyFiles(DataRoot root) {
    List<String> lines;
    List<String> unreadable = List.of();
    try {
      lines = new KeysFile(root).lines();
    } catch (StoreException refused) {
      lines = List.of();
      unreadable = List.of(refused.failure().sentence());
    }
    KeyOverrides.Read read = lines.isEmpty()
        ? new KeyOverrides.Read(DefaultKeys.keymap(), unreadable)
        : KeyOverrides.over(DefaultKeys.keymap(), lines, KeysFile.NAME);
    keys = read.keys();
    problems = read.problems();
  }

  Keymap keys() {
    return keys;
  }

  /// Puts what is wrong into the log, and the first of it on the screen.
  void tell(EventBus<Event> bus) {
    problems.forEach(Logger::warn);
    if (!problems.isEmpty()) {
      int more = problems.size() - 1;
      bus.publishEnding(new Event.Warned(problems.getFirst() + (more > 0 ? " (" + more + " more in the log)" : "")));
    }
  }
}
