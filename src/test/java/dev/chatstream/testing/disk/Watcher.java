package dev.chatstream.testing.disk;

import java.io.IOException;

/// Sits before a disk. Each method does nothing unless it is overridden.
public interface Watcher {

  /// Before a call is made; what is thrown is what the program sees.
  default void before(Call call) throws IOException {}

  /// After it was made.
  default void after(Call call) {}

  /// How many of so many bytes one write takes.
  default int most(Call write, int bytes) throws IOException {
    return bytes;
  }

  /// True when a lock is given to whoever asks.
  default boolean lockForAll() {
    return false;
  }
}
