package dev.chatstream.core.doubles;

/// A row among its doubles.
///
/// @param place its place in the list, from 1; 0 where that is not known
/// @param begin its first byte in the file; -1 for a row that is to come in
/// @param index the number that people see; -1 when it has none
/// @param part how much it has in common with the text that it is compared with, from 0 to 1
/// @param text its beginning
public record DoubleRow(long place, long begin, long index, double part, String text) {

  /// A row that is to come in.
  public static DoubleRow coming(String text, double part) {
    return new DoubleRow(0, -1, -1, part, text);
  }

  /// Whether it is in the list already.
  public boolean inList() {
    return begin >= 0;
  }
}
