package dev.chatstream.ui.chat;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;

/// Which rows of the transcript are in sight. It follows the end until somebody scrolls up.
final class Viewport {

  private final Transcript transcript;
  private final IntSupplier height;
  private final IntSupplier jump;
  private final IntConsumer moved;
  private boolean follow = true;
  private Transcript.Place anchor = new Transcript.Place(0, 0);
  private int top;

  /// @param height rows that are in sight, at least 1
  /// @param jump rows by which it goes further than it has to when it follows
  /// @param moved told by how many rows the text moved up; negative when it moved down
  Viewport(Transcript transcript, IntSupplier height, IntSupplier jump, IntConsumer moved) {
    this.transcript = transcript;
    this.height = height;
    this.jump = jump;
    this.moved = moved;
  }

  /// The first row in sight.
  int top() {
    return top;
  }

  /// The row after the last one in sight.
  int bottom() {
    return top + height.getAsInt();
  }

  /// True while the end is in sight and stays so.
  boolean following() {
    return follow;
  }

  /// From now on the end is in sight.
  void follow() {
    follow = true;
  }

  /// How many rows are hidden below.
  int below() {
    return Math.max(0, lastTop() - top);
  }

  /// The text was laid out anew; what stands at the top stays there.
  void laidOut() {
    transcript.settle(anchor, 0, height.getAsInt());
    scrollTo(follow ? lastTop() : Math.min(transcript.row(anchor), lastTop()));
  }

  /// Rows came or went.
  ///
  /// @return whether what is in sight moved
  boolean changed() {
    int before = top;
    scrollTo(follow ? followTop() : transcript.row(anchor));
    return before != top;
  }

  /// Begins with this item at the top.
  void startAt(int item) {
    follow = false;
    anchor = new Transcript.Place(item, 0);
  }

  void toFirst() {
    transcript.settle(new Transcript.Place(0, 0), 0, height.getAsInt());
    follow = lastTop() == 0;
    scrollTo(0);
  }

  void toLast() {
    follow = true;
    scrollTo(lastTop());
  }

  /// What comes into sight is laid out first, so that rows are counted exactly; what stands at the top may get another
  /// number by that.
  void scrollBy(int rows) {
    transcript.settle(anchor, Math.max(0, -rows), Math.max(0, rows) + height.getAsInt());
    top = transcript.size() == 0 ? 0 : transcript.row(anchor);
    int target = Math.clamp(top + rows, 0, lastTop());
    follow = target >= lastTop();
    scrollTo(target);
  }

  /// Brings this place into sight, wherever it is: only what stands around it is laid out.
  void show(Transcript.Place place) {
    transcript.settle(place, height.getAsInt(), height.getAsInt());
    top = transcript.row(anchor);
    int row = transcript.row(place);
    if (row < top || row >= bottom()) {
      int target = Math.clamp(row - height.getAsInt() / 3, 0, lastTop());
      follow = target >= lastTop();
      scrollTo(target);
    } else {
      follow = top >= lastTop();
    }
  }

  /// Lays out what stands around this item, so that its row is exact.
  void settle(int item) {
    transcript.settle(new Transcript.Place(item, 0), height.getAsInt(), height.getAsInt());
    top = transcript.row(anchor);
  }

  private void scrollTo(int row) {
    int target = Math.clamp(row, 0, lastTop() + jump.getAsInt());
    int by = target - top;
    top = target;
    if (by != 0) {
      moved.accept(by);
    }
    if (transcript.size() > 0) {
      anchor = transcript.at(Math.min(top, transcript.rows() - 1));
    }
  }

  /// The first visible row when the end is in sight.
  private int lastTop() {
    transcript.settleEnd(height.getAsInt());
    return Math.max(0, transcript.rows() - height.getAsInt());
  }

  /// Where a view that follows stands. Over the whole width of the screen the terminal itself scrolls line by line
  /// for a few bytes. Beside other windows it can't, so there the view goes on by half a page when it is full: a
  /// reader's line stands still meanwhile, and a slow link carries a tenth of the bytes.
  private int followTop() {
    boolean full = lastTop() > top;
    boolean gone = top >= transcript.rows();
    return full ? lastTop() + jump.getAsInt() : gone ? lastTop() : top;
  }
}
