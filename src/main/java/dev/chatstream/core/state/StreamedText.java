package dev.chatstream.core.state;

/// Text that only grows, as an immutable value: appending costs what the new piece costs, however long the text is.
/// All values that grew from one another share a buffer, of which each sees its own length; only the newest may grow.
/// Not thread-safe: it belongs to the loop.
public final class StreamedText {

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
  public int length() {
    return length;
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
