package dev.chatstream.store.legacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the lines that begin a row from those that only look so, because they stand in somebody's text. Taking each
/// line with the next number goes wrong where a text quotes such lines; so several readings are carried along, each
/// with what speaks against it, and the best one wins (a beam search). What speaks against a reading: numbers that jump
/// or begin anew, two questions in a row, an answer after a blank line (only an appended part begins with one, and it
/// begins with a question), a line left over that would have been the next row, and above all how many separate
/// stretches of lines it leaves over: what people paste is one stretch that counts up.
final class RowChain {

  private static final int WIDTH = 24;
  private static final int NARROW = 4;
  private static final int MANY = 100_000;

  // What each of these weighs was found by trying on hard lists that are made at random (HardLists in the tests).
  private static final int JUMP = 80;
  private static final int ANEW = 100;
  private static final int NO_TURN = 20;
  private static final int ANSWER_AFTER_BLANK = 120;
  private static final int NEW_STRETCH = 40;
  private static final int SAME_STRETCH = 3;
  private static final int COPY = 10;
  private static final int COULD_BE_NEXT = 5;

  /// The rows of a reading, the last one first.
  private record Link(int marker, Link before) {}

  /// A reading of the lines so far.
  ///
  /// @param cost what speaks against it
  /// @param index the number of its last row
  /// @param user whether that is a question
  /// @param left the number on the last line that it left over; -1 when that was a row
  private record Reading(int cost, long index, boolean user, long left, Link rows) {}

  /// When two readings are the same from here on.
  private record Place(long index, boolean user, long left) {}

  private RowChain() {}

  /// The positions of the markers that begin a row, in order. The first one does.
  static List<Integer> best(List<Marker> markers) {
    int width = markers.size() > MANY ? NARROW : WIDTH;
    Set<Integer> seen = new HashSet<>();
    Marker first = markers.getFirst();
    seen.add(first.head());
    List<Reading> readings = List.of(new Reading(0, first.index(), first.user(), -1, new Link(0, null)));
    for (int i = 1; i < markers.size(); i++) {
      boolean copy = !seen.add(markers.get(i).head());
      readings = next(readings, markers.get(i), i, copy, width);
    }
    List<Integer> rows = new ArrayList<>();
    for (Link link = readings.getFirst().rows(); link != null; link = link.before()) {
      rows.add(link.marker());
    }
    Collections.reverse(rows);
    return rows;
  }

  private static List<Reading> next(List<Reading> readings, Marker marker, int at, boolean copy, int width) {
    Map<Place, Reading> best = new HashMap<>();
    for (Reading reading : readings) {
      keep(best, taken(reading, marker, at));
      keep(best, left(reading, marker, copy));
    }
    return best.values().stream()
        .sorted(Comparator.comparingInt(Reading::cost).thenComparingLong(Reading::index))
        .limit(width)
        .toList();
  }

  private static void keep(Map<Place, Reading> best, Reading reading) {
    Place place = new Place(reading.index(), reading.user(), reading.left());
    best.merge(place, reading, (old, young) -> young.cost() < old.cost() ? young : old);
  }

  private static Reading taken(Reading before, Marker marker, int at) {
    int cost = before.cost();
    if (marker.index() != before.index() + 1) {
      cost += marker.index() > before.index() ? JUMP : ANEW;
    }
    boolean newPart = marker.user() && marker.afterBlank();
    cost += marker.user() == before.user() && !newPart ? NO_TURN : 0;
    cost += marker.afterBlank() && !marker.user() ? ANSWER_AFTER_BLANK : 0;
    return new Reading(cost, marker.index(), marker.user(), -1, new Link(at, before.rows()));
  }

  private static Reading left(Reading before, Marker marker, boolean copy) {
    boolean goesOn = before.left() >= 0 && marker.index() == before.left() + 1;
    int cost = before.cost() + (goesOn ? SAME_STRETCH : copy ? COPY : NEW_STRETCH);
    boolean couldBeNext = marker.index() == before.index() + 1
        && (marker.user() != before.user() || marker.user() && marker.afterBlank());
    cost += couldBeNext && !copy ? COULD_BE_NEXT : 0;
    return new Reading(cost, before.index(), before.user(), marker.index(), before.rows());
  }
}
