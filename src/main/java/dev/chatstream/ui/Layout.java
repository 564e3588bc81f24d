package dev.chatstream.ui;

import dev.chatstream.core.state.Panel;

/// Where each window stands for a size of the screen. A place of width 0 is not shown.
///
/// @param wide whether the lists and the log stand beside the chat
/// @param bare whether there is no room for rules and for two rows of status
record Layout(Place chat, Place input, Place status, Place lists, Place log, boolean wide, boolean bare) {

  /// The smallest screen that shows anything but a notice.
  static final int LEAST_COLUMNS = 40;
  static final int LEAST_ROWS = 10;

  private static final int BESIDE = 100;
  private static final int VERY_WIDE = 160;
  private static final int SIDE = 40;
  private static final int WIDE_SIDE = 60;
  private static final int MARGINS = 4;
  private static final int BARE_ROWS = 14;
  private static final int LEAST_SIDE = 24;
  private static final int LEAST_MAIN = 50;

  /// A rectangle of the screen.
  record Place(int column, int row, int width, int height) {
    static final Place NONE = new Place(0, 0, 0, 0);

    boolean shown() {
      return width > 0 && height > 0;
    }
  }

  /// The layout of this screen.
  ///
  /// @param focus the panel in front
  /// @param zoomed whether it has the whole width
  /// @param share of a wide screen that the column at the right takes, in percent; 0 as usual
  /// @param inputRows how many rows the text being written needs
  /// @param widest columns that the text of a chat takes at most; what a very wide screen has beyond is the column's
  static Layout of(int columns, int rows, Panel focus, boolean zoomed, int share, int inputRows, int widest) {
    boolean bare = rows < BARE_ROWS;
    boolean wide = columns >= BESIDE && !zoomed;
    int statusRows = bare ? 1 : 2;
    int side = wide ? side(columns, share, widest) : 0;
    int main = columns - side;
    int body = rows - statusRows;
    Place status = new Place(0, body, columns, statusRows);
    boolean listsInFront = !wide && focus == Panel.LISTS;
    boolean logInFront = !wide && focus == Panel.LOG;
    if (listsInFront || logInFront) {
      Place all = new Place(0, 0, columns, body);
      return new Layout(
          Place.NONE, Place.NONE, status, listsInFront ? all : Place.NONE, logInFront ? all : Place.NONE, false, bare);
    }
    int input = 1 + inputRows(rows, inputRows);
    Place chat = new Place(0, 0, main, body - input);
    Place inputPlace = new Place(0, body - input, main, input);
    if (!wide) {
      return new Layout(chat, inputPlace, status, Place.NONE, Place.NONE, false, bare);
    }
    int listRows = body / 2;
    Place lists = new Place(main, 0, side, listRows);
    Place log = new Place(main, listRows, side, body - listRows);
    return new Layout(chat, inputPlace, status, lists, log, true, bare);
  }

  private static int side(int columns, int share, int widest) {
    if (share > 0) {
      return Math.clamp(columns * share / 100, LEAST_SIDE, columns - LEAST_MAIN);
    }
    return columns >= VERY_WIDE ? Math.clamp(columns - widest - MARGINS, WIDE_SIDE, columns / 2) : SIDE;
  }

  /// One row on a small screen, two or three on a larger one, and up to a third of the height when the text needs it.
  private static int inputRows(int rows, int needed) {
    int least = rows < 20 ? 1 : rows < 30 ? 2 : 3;
    return Math.clamp(needed, least, Math.max(least, rows / 3));
  }
}
