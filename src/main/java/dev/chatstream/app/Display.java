package dev.chatstream.app;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Clip;
import dev.chatstream.term.Frame;
import java.util.List;
import java.util.function.Consumer;

/// What takes the frames: the terminal, or in tests one that is not there.
public interface Display {

  /// True when the last frame was taken, so that the next one may be made.
  boolean idle();

  /// Takes a frame; does not wait until it is written.
  void submit(Frame frame);

  /// Reads keys as from a slow line, whose sequences come in pieces, or as usual.
  void setSlow(boolean slow);

  /// Asks the terminal what it can do.
  ///
  /// @param told gets the report, later and on another thread
  void examine(Consumer<List<String>> told);

  /// Sends a text to the terminal's clipboard; does not wait.
  Clip copy(String text);

  /// Gives the terminal back to the shell until the person returns.
  void suspend();

  /// Gives the terminal to another program until that ends; returns at once, and takes no frame until then.
  void lend(WindowCommand.ForGuest work);
}
