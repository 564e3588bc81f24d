package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.PersonalEvent;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.store.KeysFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.ui.keys.DefaultKeys;
import dev.chatstream.ui.keys.KeyOverrides;
import dev.chatstream.ui.keys.Keymap;
import java.util.List;
import org.tinylog.Logger;

/// The keys: those of the program, and over them those of the person's file. Read before the first frame, as hints name
/// keys; what is wrong in the file is told when there is a screen and a log.
public final class KeyFiles {

  private final KeyOverrides.Read read;

  KeyFiles(DataRoot root) {
    KeyOverrides.Read found;
    try {
      found = over(new KeysFile(root).lines(), "");
    } catch (StoreException refused) {
      found = over(List.of(), refused.failure().sentence());
    }
    read = found;
  }

  /// The keys that these lines make.
  ///
  /// @param trouble why the file can't be read; empty when it can
  static KeyOverrides.Read over(List<String> lines, String trouble) {
    if (!trouble.isEmpty()) {
      return new KeyOverrides.Read(DefaultKeys.keymap(), List.of(new Problem(1, 1, trouble)));
    }
    return lines.isEmpty()
        ? new KeyOverrides.Read(DefaultKeys.keymap(), List.of())
        : KeyOverrides.over(DefaultKeys.keymap(), lines);
  }

  /// What is wrong in these lines.
  public static List<Problem> mistakes(List<String> lines) {
    return over(lines, "").problems();
  }

  Keymap keys() {
    return read.keys();
  }

  /// Puts what is wrong into the log, and on the screen.
  void tell(EventBus<Event> bus) {
    log(read.problems());
    bus.publishEnding(new PersonalEvent.KeysTaken(read.problems()));
  }

  /// Puts mistakes into the log.
  static void log(List<Problem> problems) {
    problems.forEach(problem -> Logger.warn(problem.in(KeysFile.NAME)));
  }
}
