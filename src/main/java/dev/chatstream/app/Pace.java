package dev.chatstream.app;

/// How fast frames may follow each other on a slow line, and how long each may be. Times are nanoseconds on a clock
/// that
/// never goes back. UI thread only.
interface Pace {

  /// When the next frame may be made.
  long dueAt();

  /// How many bytes it may have, roughly.
  int room();

  /// Whether the terminal is to answer when it has the next frame.
  boolean asks();

  /// A frame was handed over.
  void sent(int bytes, long now, boolean asked);

  /// The terminal has the frame that asked.
  void answered(long now);
}
