package dev.chatstream.core.state;

import java.util.Objects;

/// Text that only grows, as an immutable value: appending costs what the new piece costs, however long the text is.
/// All values that grew from one another share a buffer, of which each sees its own length; only the newest may grow.
/// Not thread-safe: it belongs to the loop.
public final class StreamedText implements CharSequence {

  private final StringBuilder buffer;
  private final int length;

  private StreamedText(StringBuilder buffer, int length) {
    this.buffer = buffer;
    this.length = length;
  }

  /// A new, empty text.
  public static StreamedText empty() {
    return new StreamedText(new StringBuilder(), 0);
  }

  /// This text with a piece at its end.
  ///
  /// @throws IllegalStateException when this value has grown already
  public StreamedText append(String piece) {
    if (buffer.length() != length) {
      throw new IllegalStateException("only the newest value may grow");
    }
    buffer.append(piece);
    return new StreamedText(buffer, buffer.length());
  }

  /// How many characters (UTF-16) it has.
  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return buffer.charAt(Objects.checkIndex(index, length));
  }

  /// A copy of a part, which stays as it is.
  @Override
  public String subSequence(int start, int end) {
    return buffer.substring(start, Objects.checkIndex(end, length + 1));
  }

  /// The text from this character on.
  public String from(int start) {
    return buffer.substring(start, length);
  }

  /// The whole text.
  @Override
  public String toString() {
    return from(0);
  }
}
