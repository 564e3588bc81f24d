package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.Event.TokenReceived;
import java.util.ArrayList;
import java.util.List;

/// Joins adjacent tokens of a turn, so that a burst costs one step and one frame.
final class Tokens {

  private Tokens() {}

  static List<Event> merged(List<Event> events) {
    List<Event> merged = new ArrayList<>(events.size());
    int at = 0;
    while (at < events.size()) {
      int end = at;
      while (end < events.size() && joins(events.get(at), events.get(end))) {
        end++;
      }
      merged.add(end - at > 1 ? joined(events.subList(at, end)) : events.get(at));
      at = Math.max(end, at + 1);
    }
    return merged;
  }

  private static boolean joins(Event first, Event next) {
    return first instanceof TokenReceived one
        && next instanceof TokenReceived other
        && one.turn().equals(other.turn())
        && one.thinking() == other.thinking();
  }

  private static Event joined(List<Event> tokens) {
    TokenReceived first = (TokenReceived) tokens.getFirst();
    StringBuilder text = new StringBuilder();
    int pieces = 0;
    for (Event event : tokens) {
      TokenReceived token = (TokenReceived) event;
      text.append(token.text());
      pieces += token.pieces();
    }
    return new TokenReceived(first.turn(), text.toString(), first.thinking(), pieces);
  }
}
