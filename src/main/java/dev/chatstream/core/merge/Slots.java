package dev.chatstream.core.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Which rows of the sides are the same row: those of one id; rows without an id by their exact text, those that are
/// alike in all else first; a text that a side has twice tells nothing, so such rows have to be alike in all. An id
/// that
/// a side has twice is none.
final class Slots {

  /// One row, on each side where it is.
  static final class Slot {
    MergeRow base;
    MergeRow ours;
    MergeRow theirs;
    /// The row that it follows on their side; null for the first.
    Slot after;
  }

  private final List<Slot> ours = new ArrayList<>();
  private final List<Slot> onlyTheirs = new ArrayList<>();
  private final Map<String, List<Slot>> byText = new HashMap<>();
  private final Map<String, Slot> byId = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  private Slots() {}

  static Slots of(List<MergeRow> base, List<MergeRow> ours, List<MergeRow> theirs) {
    Slots slots = new Slots();
    slots.ambiguous.add("");
    List.of(base, ours, theirs).forEach(rows -> slots.ambiguous.addAll(twice(rows, MergeRow::content)));
    Set<String> twice = twice(ours, MergeRow::id);
    for (MergeRow row : ours) {
      Slot slot = new Slot();
      slot.ours = row;
      slots.ours.add(slot);
      slots.know(slot, row, twice);
    }
    slots.addTheirs(theirs);
    slots.addBase(base);
    return slots;
  }

  private void know(Slot slot, MergeRow row, Set<String> twice) {
    if (!row.id().isEmpty() && !twice.contains(row.id())) {
      byId.putIfAbsent(row.id(), slot);
    }
    byText.computeIfAbsent(row.content(), text -> new ArrayList<>()).add(slot);
  }

  private void addTheirs(List<MergeRow> theirs) {
    Set<String> twice = twice(theirs, MergeRow::id);
    Map<MergeRow, Slot> found = match(theirs, twice, slot -> slot.theirs == null, (slot, row) -> slot.theirs = row);
    Slot before = null;
    for (MergeRow row : theirs) {
      Slot slot = found.get(row);
      if (slot == null || slot.theirs != row) {
        slot = new Slot();
        slot.theirs = row;
        slot.after = before;
        onlyTheirs.add(slot);
        know(slot, row, twice);
      }
      before = slot;
    }
  }

  private void addBase(List<MergeRow> base) {
    match(base, twice(base, MergeRow::id), slot -> slot.base == null, (slot, row) -> slot.base = row);
  }

  @FunctionalInterface
  private interface Put {
    void row(Slot slot, MergeRow row);
  }

  /// First by id, then those that are alike in all, then by text.
  private Map<MergeRow, Slot> match(List<MergeRow> rows, Set<String> twice, Predicate<Slot> free, Put put) {
    Map<MergeRow, Slot> found = new IdentityHashMap<>();
    for (MergeRow row : rows) {
      Slot slot = twice.contains(row.id()) ? null : byId.get(row.id());
      if (slot != null && free.test(slot)) {
        put.row(slot, row);
        found.put(row, slot);
      }
    }
    for (boolean alike : new boolean[] {true, false}) {
      for (MergeRow row : rows) {
        if (!found.containsKey(row) && (alike || !ambiguous.contains(row.content()))) {
          byText.getOrDefault(row.content(), List.of()).stream()
              .filter(free)
              .filter(slot -> mayBe(slot, row, alike))
              .findFirst()
              .ifPresent(slot -> {
                put.row(slot, row);
                found.put(row, slot);
              });
        }
      }
    }
    return found;
  }

  /// Two rows with two ids are two rows, whatever they say.
  private static boolean mayBe(Slot slot, MergeRow row, boolean alike) {
    MergeRow known = slot.ours != null ? slot.ours : slot.theirs;
    boolean idsFit = known.id().isEmpty() || row.id().isEmpty() || known.id().equals(row.id());
    return idsFit && (!alike || known.substance().equals(row.substance())
        || slot.theirs != null && slot.theirs.substance().equals(row.substance()));
  }

  private static Set<String> twice(List<MergeRow> rows, Function<MergeRow, String> name) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    rows.stream().map(name).filter(value -> !value.isEmpty() && !seen.add(value)).forEach(twice::add);
    return twice;
  }

  /// All slots in the order of the result: ours, each of theirs behind the one that it follows.
  List<Slot> inOrder() {
    Map<Slot, List<Slot>> following = new LinkedHashMap<>();
    List<Slot> first = new ArrayList<>();
    for (Slot slot : onlyTheirs) {
      if (slot.after == null) {
        first.add(slot);
      } else {
        following.computeIfAbsent(slot.after, unused -> new ArrayList<>()).add(slot);
      }
    }
    List<Slot> all = new ArrayList<>();
    first.forEach(slot -> add(slot, following, all));
    ours.forEach(slot -> add(slot, following, all));
    return all;
  }

  private static void add(Slot slot, Map<Slot, List<Slot>> following, List<Slot> all) {
    Slot next = slot;
    List<Slot> after;
    all.add(next);
    // A chain of theirs, each after the one before: no recursion, for it may be long.
    while ((after = following.get(next)) != null && !after.isEmpty()) {
      next = after.getFirst();
      all.add(next);
    }
  }
}
