package dev.chatstream.term;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/// Hands a text to the tmux around this program: into its paste buffer, and by itself on to the terminal's clipboard.
/// With its usual settings tmux takes no clipboard sequence from a program, but this it always does (since 3.2).
final class TmuxBuffer {

  private static final long PATIENCE_SECONDS = 3;

  private TmuxBuffer() {}

  /// @return whether tmux took it
  static boolean take(byte[] text) throws InterruptedException {
    try {
      Process tmux = new ProcessBuilder("tmux", "load-buffer", "-w", "-")
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      try (OutputStream in = tmux.getOutputStream()) {
        in.write(text);
      }
      if (tmux.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return tmux.exitValue() == 0;
      }
      tmux.destroyForcibly();
      return false;
    } catch (IOException refused) {
      Logger.debug("tmux took no text: {}", refused.getMessage());
      return false;
    }
  }
}
