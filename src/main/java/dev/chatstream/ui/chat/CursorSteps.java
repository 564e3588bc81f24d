package dev.chatstream.ui.chat;

import dev.chatstream.ui.markdown.Line;
import java.util.List;

/// How the cursor goes from message to message and from block to block, and what then is in sight.
final class CursorSteps {

  /// Columns that what is too wide moves at once.
  private static final int SIDEWAYS = 20;

  private final Transcript transcript;
  private final TranscriptFeed feed;
  private final ChatCursor cursor;
  private final Viewport view;
  private int shift;

  CursorSteps(Transcript transcript, TranscriptFeed feed, ChatCursor cursor, Viewport view) {
    this.transcript = transcript;
    this.feed = feed;
    this.cursor = cursor;
    this.view = view;
  }

  /// How far the selected block is moved to the left, in columns.
  int shift() {
    return shift;
  }

  /// Moves the selected block back to where it begins.
  void unshift() {
    shift = 0;
  }

  /// To the next message or block, or the one before. What is higher than the window is gone through first.
  void step(int by, boolean blocks) {
    shift = 0;
    if (!inSight()) {
      selectInSight();
      return;
    }
    boolean further = blocks == cursor.inBlock() && !endsInSight(by);
    if (further) {
      view.scrollBy(by * Math.max(1, view.bottom() - view.top() - 2));
    } else if (blocks ? cursor.toBlock(by) : cursor.toMessage(by)) {
      reveal(by);
    } else if (by > 0) {
      view.toLast();
    } else {
      view.toFirst();
    }
  }

  /// Into the blocks of the message; within one, what is hidden at its right.
  void in(int width) {
    if (cursor.none() || !cursor.inBlock()) {
      step(1, true);
    } else {
      sideways(SIDEWAYS, width);
    }
  }

  /// What is hidden at the left; where nothing is, the whole message.
  void out(int width) {
    if (shift == 0) {
      cursor.out();
    } else {
      sideways(-SIDEWAYS, width);
    }
  }

  /// Selects the last message in sight where nothing is selected that can be seen. Where questions that wait fill the
  /// window, the message before them is brought into sight.
  void selectInSight() {
    if (feed.messages() == 0 || inSight()) {
      return;
    }
    shift = 0;
    int row = Math.min(view.bottom(), transcript.rows()) - 1;
    int last = feed.messageAt(transcript.at(row).item());
    cursor.select(last);
    if (!inSight() && last > 0) {
      cursor.select(last - 1);
    }
    if (!inSight()) {
      cursor.select(last);
      reveal(-1);
    }
  }

  /// Whether the selection ends in sight on this side.
  private boolean endsInSight(int by) {
    return by < 0 ? firstRow() >= view.top() : lastRow() <= view.bottom();
  }

  /// Whether something of what is selected can be read; a heading alone does not tell what that is.
  private boolean inSight() {
    return !cursor.none() && firstTextRow() < view.bottom() && lastRow() > view.top();
  }

  private int firstTextRow() {
    int item = cursor.from();
    while (item < cursor.to() - 1 && transcript.item(item) instanceof Item.Heading) {
      item++;
    }
    boolean gap = transcript.item(item) instanceof Item.Said said && said.section().gap();
    boolean heading = transcript.item(item) instanceof Item.Heading;
    return heading ? firstRow() : transcript.row(new Transcript.Place(item, gap ? 1 : 0));
  }

  /// The row in which the selection begins; the blank one above it does not count.
  private int firstRow() {
    Transcript.Place place = new Transcript.Place(cursor.from(), 0);
    return transcript.row(place) + (cursor.covers(place) ? 0 : 1);
  }

  /// The row after its last one.
  private int lastRow() {
    return cursor.to() < transcript.size() ? transcript.row(new Transcript.Place(cursor.to(), 0)) : transcript.rows();
  }

  /// Scrolls as little as shows the selection; of one that is higher than the window the end that comes first.
  private void reveal(int by) {
    view.settle(cursor.from());
    view.settle(cursor.to());
    int first = firstRow();
    int last = lastRow() - (view.bottom() - view.top());
    int top = view.top();
    int target = by > 0 ? Math.min(first, Math.max(top, last)) : Math.max(last, Math.min(top, first));
    if (target != top) {
      view.scrollBy(target - top);
    }
  }

  private void sideways(int by, int width) {
    int widest = 0;
    for (int row = Math.max(view.top(), firstRow()); row < Math.min(lastRow(), view.bottom()); row++) {
      Transcript.Place place = transcript.at(row);
      if (transcript.item(place.item()) instanceof Item.Said said) {
        List<Line> lines = transcript.lines(said);
        widest = Math.max(widest, place.line() < lines.size() ? lines.get(place.line()).columns() : 0);
      }
    }
    shift = Math.clamp(shift + by, 0, Math.max(0, widest - width));
  }
}
