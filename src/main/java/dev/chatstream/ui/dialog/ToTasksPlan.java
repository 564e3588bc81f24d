package dev.chatstream.ui.dialog;

/// Where things stand on the screen that makes rows of a chat: the lists above, or at the left where there is room.
///
/// @param wide whether the lists have a column of their own
/// @param lists rows of the list of lists, below its field
/// @param scope the row that says what is chosen; the next one says how it is cut
/// @param rule whether a rule stands below those
/// @param rows the first one of the new rows
/// @param rowsHigh how many of them are shown
/// @param foot rows of the sentence at the bottom
/// @param left columns of the lists; all where they stand above
record ToTasksPlan(boolean wide, int lists, int scope, boolean rule, int rows, int rowsHigh, int foot, int left) {

  private static final int WIDE = 96;
  private static final int LOW = 14;

  /// For a body of this size.
  static ToTasksPlan of(int width, int height) {
    if (width >= WIDE) {
      int left = Math.clamp(width / 3, 30, 60);
      return new ToTasksPlan(true, Math.max(1, (height - 4) / 2), 0, true, 3, Math.max(1, height - 5), 1, left);
    }
    boolean low = height < LOW;
    int foot = 2;
    int lists = low ? 0 : Math.min(4, height / 5);
    int scope = 1 + lists;
    int rows = scope + 2 + (low ? 0 : 1);
    int high = Math.max(1, height - rows - foot - (low ? 0 : 1));
    return new ToTasksPlan(false, lists, scope, !low, rows, high, foot, width);
  }

  /// The first column of what is chosen.
  int column() {
    return wide ? left + 2 : 0;
  }
}
