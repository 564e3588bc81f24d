package dev.chatstream.term;

import dev.chatstream.core.input.Key;

/// What the terminal tells. Called on the terminal's own threads: only publish to the bus, and don't block for long.
public interface TerminalListener {

  /// A key or a paste.
  void key(Key key);

  /// The size of the terminal now. Also comes, with the same size, after a suspension: paint everything.
  void resized(int columns, int rows);

  /// The terminal is gone: end of input, or a failed write. May come more than once.
  void closed();

  /// The terminal has the frame that asked: [Frame#asks].
  void answered();

  /// The writer is idle again: a newer state can be drawn.
  void frameWritten();
}
