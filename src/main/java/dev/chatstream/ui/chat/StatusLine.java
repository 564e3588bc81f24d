package dev.chatstream.ui.chat;

import dev.chatstream.term.DisplayWidth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How things stand, to be fitted to any width: what has no room is left out whole.
///
/// @param wishes what is to be shown, the most important first; a later wish for the same place is a fuller form
/// @param save always shown, at the right
/// @param alarm whether `save` is a warning
/// @param brief what a screen of few rows shows beside its hints; empty while there is nothing to say
record StatusLine(List<Wish> wishes, String save, boolean alarm, String brief) {

  /// A place in the line, in the order in which they stand there.
  enum Place {
    MODEL,
    HOST,
    STATE,
    TIME,
    FIRST_TOKEN,
    CONTEXT,
    PULL,
    JOB,
    STAY
  }

  /// Words for a place.
  record Wish(Place place, String words) {}

  /// The words that fit, parted by a dot.
  ///
  /// @param room columns
  String fit(int room, String dot) {
    Map<Place, String> taken = new EnumMap<>(Place.class);
    for (Wish wish : wishes) {
      String before = taken.put(wish.place(), wish.words());
      if (DisplayWidth.of(joined(taken, dot)) > room) {
        restore(taken, wish.place(), before);
      }
    }
    return joined(taken, dot);
  }

  private static void restore(Map<Place, String> taken, Place place, String before) {
    if (before == null) {
      taken.remove(place);
    } else {
      taken.put(place, before);
    }
  }

  private static String joined(Map<Place, String> taken, String dot) {
    return String.join(dot, new ArrayList<>(taken.values()));
  }
}
