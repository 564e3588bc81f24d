package dev.chatstream.store.legacy;

import java.io.IOException;

/// Gives one row after the other.
interface ForeignRows {

  /// The next row, or null at the end.
  ForeignRow next() throws IOException;
}
