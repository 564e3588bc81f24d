package dev.chatstream.core.task;

/// A row that says the same as a new one, or nearly.
///
/// @param index of that row; 0 when it is another one of the new ones
/// @param likeness from 0 to 1, which is the same
public record Alike(long index, double likeness) {

  /// Whether both say the same.
  public boolean exact() {
    return likeness >= 1;
  }
}
