package dev.chatstream.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes down what was tried, for the table of `faults/run`.
final class Tally {

  private Tally() {}

  /// How often a trial is made: what the command line says, or so many.
  static int trials(String name, int unlessSaid) {
    return Integer.getInteger("faults." + name, unlessSaid);
  }

  /// Adds a line to the file that `-Dfaults.tally` names.
  static void note(String what, long trials, String details) throws IOException {
    String file = System.getProperty("faults.tally", "");
    if (!file.isEmpty()) {
      Files.writeString(
          Path.of(file), what + "\t" + trials + "\t" + details + "\n", StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }
}
