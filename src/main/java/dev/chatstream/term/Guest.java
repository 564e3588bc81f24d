package dev.chatstream.term;

import java.io.IOException;

/// Another program that has the terminal for a while; see [SshTerminal#lend].
public interface Guest {

  /// Runs it to its end, on a thread of its own; the terminal has its usual modes and nobody else reads it.
  void run() throws IOException, InterruptedException;

  /// It has to go, because this program ends. Any thread; may come when it has gone, or before it runs.
  void leave();

  /// The terminal is ours again, or could not be given away at all.
  ///
  /// @param trouble why it did not run, or how it failed; null when all went well
  void left(IOException trouble);
}
