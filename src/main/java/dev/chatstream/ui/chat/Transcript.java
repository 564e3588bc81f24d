package dev.chatstream.ui.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The blocks of a chat one below the other, and which row belongs to which. Changes at the end cost nothing for what
/// stands before them.
final class Transcript {

  /// A place in the transcript that stays the same when widths change.
  ///
  /// @param block which block
  /// @param line its row in the block
  record Place(int block, int line) {}

  private final List<Block> blocks = new ArrayList<>();
  private int[] starts = new int[16];
  private int known;

  int size() {
    return blocks.size();
  }

  Block block(int index) {
    return blocks.get(index);
  }

  Block last() {
    return blocks.getLast();
  }

  void add(Block block) {
    blocks.add(block);
  }

  /// Drops the blocks from this one on.
  void cut(int size) {
    while (blocks.size() > size) {
      blocks.removeLast();
    }
    known = Math.min(known, size);
  }

  /// Tells that the rows of this block and those after it may have changed.
  void changed(int block) {
    known = Math.min(known, block);
  }

  /// Rewraps all to this many columns of text.
  void setWidth(int columns) {
    for (Block block : blocks) {
      block.text().setWidth(columns);
    }
    known = 0;
  }

  /// How many rows there are.
  int rows() {
    if (blocks.isEmpty()) {
      return 0;
    }
    count();
    return starts[blocks.size() - 1] + blocks.getLast().rows();
  }

  /// What stands in this row.
  Place at(int row) {
    count();
    int found = Arrays.binarySearch(starts, 0, blocks.size(), row);
    int block = found >= 0 ? found : -found - 2;
    return new Place(block, row - starts[block]);
  }

  /// The row of this place; the nearest one when it is gone.
  int row(Place place) {
    count();
    if (blocks.isEmpty()) {
      return 0;
    }
    int block = Math.clamp(place.block(), 0, blocks.size() - 1);
    return starts[block] + Math.clamp(place.line(), 0, blocks.get(block).rows() - 1);
  }

  private void count() {
    if (starts.length < blocks.size()) {
      starts = Arrays.copyOf(starts, Math.max(blocks.size(), starts.length * 2));
    }
    for (int i = known; i < blocks.size(); i++) {
      starts[i] = i == 0 ? 0 : starts[i - 1] + blocks.get(i - 1).rows();
    }
    known = blocks.size();
  }
}
