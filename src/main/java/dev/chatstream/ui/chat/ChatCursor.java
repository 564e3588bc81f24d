package dev.chatstream.ui.chat;

import dev.chatstream.ui.markdown.Sections;
import java.util.UUID;

/// What is selected in the chat: a message, or one of its blocks: a paragraph, a list, a table, some code.
final class ChatCursor {

  private static final int WHOLE = -1;

  private final Transcript transcript;
  private final TranscriptFeed feed;
  private int message;
  private UUID id;
  /// The block's first item, counted from the message's first one.
  private int block = WHOLE;

  ChatCursor(Transcript transcript, TranscriptFeed feed) {
    this.transcript = transcript;
    this.feed = feed;
  }

  /// Whether nothing is selected; also when what was selected is not there any more.
  boolean none() {
    return id == null || message >= feed.messages() || !id.equals(feed.id(message));
  }

  /// The message that is selected, or whose block is.
  int message() {
    return message;
  }

  /// Whether a block is selected, not a whole message.
  boolean inBlock() {
    return block != WHOLE && feed.from(message) + block < feed.to(message);
  }

  /// The first item that is selected.
  int from() {
    return feed.from(message) + (inBlock() ? block : 0);
  }

  /// The item after the last one that is selected.
  int to() {
    return inBlock() ? blockEnd(from()) : feed.to(message);
  }

  /// Whether this row of the transcript is selected; the blank rows above are not.
  boolean covers(Transcript.Place place) {
    if (none() || place.item() < from() || place.item() >= to()) {
      return false;
    }
    return switch (transcript.item(place.item())) {
      case Item.Heading heading -> place.line() == (heading.first() ? 0 : 1);
      case Item.Said said -> place.item() > from() || place.line() > 0 || !said.section().gap();
      case Item.Thought _,Item.Blank _ -> true;
    };
  }

  /// Selects a whole message.
  void select(int index) {
    message = index;
    id = feed.id(index);
    block = WHOLE;
  }

  /// Selects nothing.
  void clear() {
    id = null;
  }

  /// Selects the block that this item belongs to, or the message where it belongs to none.
  void selectBlock(int item) {
    select(feed.messageAt(item));
    if (item < feed.to(message) && transcript.item(item) instanceof Item.Said) {
      block = blockStart(item) - feed.from(message);
    }
  }

  /// Selects the whole message whose block is selected.
  void out() {
    block = WHOLE;
  }

  /// The next message, or the one before.
  ///
  /// @return false where there is none
  boolean toMessage(int by) {
    int wanted = message + by;
    if (wanted < 0 || wanted >= feed.messages()) {
      return false;
    }
    select(wanted);
    return true;
  }

  /// The next block or the one before, also of another message. From a whole message: its first one, or the one
  /// before it.
  ///
  /// @return false where there is none
  boolean toBlock(int by) {
    int end = feed.to(feed.messages() - 1);
    int item = by < 0 ? from() - 1 : inBlock() ? to() : from();
    while (item >= 0 && item < end && !(transcript.item(item) instanceof Item.Said)) {
      item += by;
    }
    if (item < 0 || item >= end) {
      return false;
    }
    selectBlock(item);
    return true;
  }

  /// The text of the selected block as it was written, code without its fences.
  String blockText() {
    Item.Said first = (Item.Said) transcript.item(from());
    Item.Said last = (Item.Said) transcript.item(to() - 1);
    return first.text().source(first.section(), last.section());
  }

  private int blockStart(int item) {
    int start = item;
    while (start > 0 && together(start - 1)) {
      start--;
    }
    return start;
  }

  private int blockEnd(int item) {
    int end = item + 1;
    while (end < feed.to(message) && together(end - 1)) {
      end++;
    }
    return end;
  }

  /// Whether this item and the next one are one block.
  private boolean together(int item) {
    return transcript.item(item) instanceof Item.Said one
        && transcript.item(item + 1) instanceof Item.Said next
        && one.text() == next.text()
        && Sections.oneBlock(one.text().text(), one.section(), next.section());
  }
}
