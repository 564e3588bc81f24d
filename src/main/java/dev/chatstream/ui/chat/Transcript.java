package dev.chatstream.ui.chat;

import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The items of a chat one below the other, and which row belongs to which. Only what somebody looks at is laid out;
/// the rest counts with an estimate until then, so a chat of any length opens and changes its width at once. Changes at
/// the end cost nothing for what stands before them.
final class Transcript {

  /// Laid-out items that are kept; many more than any screen shows.
  private static final int KEPT = 512;

  /// A place in the transcript that stays the same when widths change and estimates become exact.
  ///
  /// @param item which item
  /// @param line its row in the item
  record Place(int item, int line) {}

  private final List<Item> items = new ArrayList<>();
  private final Deque<Item.Said> laidOut = new ArrayDeque<>();
  private Page page;
  private int[] starts = new int[16];
  private int known;

  Transcript(Page page) {
    this.page = page;
  }

  int size() {
    return items.size();
  }

  Item item(int index) {
    return items.get(index);
  }

  void add(Item item) {
    items.add(item);
  }

  void set(int index, Item item) {
    items.set(index, item);
  }

  /// Drops the items from this one on.
  void cut(int size) {
    items.subList(Math.min(size, items.size()), items.size()).clear();
    changed(size);
  }

  /// Tells that the rows of this item and those after it may have changed.
  void changed(int item) {
    known = Math.min(known, item);
  }

  /// Lays all out for this page.
  void setPage(Page newPage) {
    page = newPage;
    known = 0;
  }

  /// How many rows there are; exact where all is settled.
  int rows() {
    if (items.isEmpty()) {
      return 0;
    }
    count();
    return starts[items.size() - 1] + items.getLast().rows(page);
  }

  /// What stands in this row.
  Place at(int row) {
    count();
    int found = Arrays.binarySearch(starts, 0, items.size(), row);
    int item = found >= 0 ? found : Math.max(0, -found - 2);
    return new Place(item, row - starts[item]);
  }

  /// The row of this place; the nearest one when it is gone.
  int row(Place place) {
    if (items.isEmpty()) {
      return 0;
    }
    count();
    int item = Math.clamp(place.item(), 0, items.size() - 1);
    return starts[item] + Math.clamp(place.line(), 0, items.get(item).rows(page) - 1);
  }

  /// Makes the rows around a place exact: so many above it and, from it on, so many below.
  void settle(Place place, int above, int below) {
    int rows = -place.line();
    for (int item = place.item(); item < items.size() && rows < below; item++) {
      rows += settle(item);
    }
    rows = place.line();
    for (int item = Math.min(place.item(), items.size()) - 1; item >= 0 && rows < above; item--) {
      rows += settle(item);
    }
  }

  /// Makes so many rows at the end exact.
  void settleEnd(int rows) {
    settle(new Place(items.size(), 0), rows, 0);
  }

  /// The lines of an item.
  List<Line> lines(Item.Said said) {
    List<Line> lines = said.lines(page);
    if (laidOut.peekLast() != said) {
      laidOut.addLast(said);
      if (laidOut.size() > KEPT) {
        laidOut.removeFirst().section().forget();
      }
    }
    return lines;
  }

  private int settle(int index) {
    Item item = items.get(index);
    if (!item.settled(page) && item instanceof Item.Said said) {
      lines(said);
      changed(index);
    }
    return item.rows(page);
  }

  private void count() {
    if (starts.length < items.size()) {
      starts = Arrays.copyOf(starts, Math.max(items.size(), starts.length * 2));
    }
    for (int i = known; i < items.size(); i++) {
      starts[i] = i == 0 ? 0 : starts[i - 1] + items.get(i - 1).rows(page);
    }
    known = items.size();
  }
}
