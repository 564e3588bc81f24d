package dev.chatstream.core.merge;

import dev.chatstream.core.merge.MergeConflict.Pick;
import dev.chatstream.core.merge.MergeResult.Change;
import dev.chatstream.core.merge.MergeResult.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Merges two versions of a list three ways, row by row and cell by cell. What only one side changed is taken; what
/// both changed to the same is taken; what both changed otherwise is a conflict, of which by default both values stay,
/// the second in a row of its own. Which of the two is the second doesn't depend on whose it is, so that two people who
/// merge each other's list get the same rows. No time decides anything: of `updated` alone the later one is taken.
public final class ListMerge {

  private final MergeSide base;
  private final MergeSide ours;
  private final MergeSide theirs;
  private final Map<String, Pick> picks;
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<MergeRow> rows = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<MergeConflict> conflicts = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<Map<String, String>> substances = new HashSet<>();
  private long largest;

  private ListMerge(MergeSide base, MergeSide ours, MergeSide theirs, Map<String, Pick> picks) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.picks = picks;
    columns.addAll(ours.columns());
    theirs.columns().stream()
        .filter(column -> theirs.rows().stream().anyMatch(row -> !row.cell(column).isEmpty()))
        .forEach(columns::add);
  }

  /// Merges them.
  ///
  /// @param base the version that both came from, or [MergeSide#NONE]
  /// @param picks what was chosen about conflicts, by their keys; without a choice both values stay
  /// @param renumber whether the rows get the indices 1, 2, 3 ...; else each keeps its own, ours where both differ
  public static MergeResult of(
      MergeSide base, MergeSide ours, MergeSide theirs, Map<String, Pick> picks, boolean renumber) {
    return new ListMerge(base, ours, theirs, picks).merged(renumber);
  }

  private MergeResult merged(boolean renumber) {
    for (MergeSide side : List.of(ours, theirs)) {
      for (MergeRow row : side.rows()) {
        largest = Math.max(largest, number(row.index()));
        ids.add(row.id());
        substances.add(row.substance());
      }
    }
    Slots slots = Slots.of(base.rows(), ours.rows(), theirs.rows());
    slots.inOrder().forEach(this::merge);
    List<MergeRow> result = renumber ? renumbered() : rows;
    return new MergeResult(List.copyOf(columns), result, changes, conflicts, doubled(result));
  }

  private void merge(Slots.Slot slot) {
    if (slot.ours == null) {
      onlyOne(slot.base, slot.theirs, theirs, false);
    } else if (slot.theirs == null) {
      onlyOne(slot.base, slot.ours, ours, true);
    } else {
      both(slot.base, slot.ours, slot.theirs);
    }
  }

  /// A row that one side has: new there, or taken away on the other.
  private void onlyOne(MergeRow before, MergeRow row, MergeSide side, boolean isOurs) {
    boolean changed = before != null && !same(before, row, side);
    boolean goes = before != null && !changed;
    if (changed) {
      conflicts.add(new MergeConflict(
          key(row), row.index(), List.of(), isOurs ? List.of(row.content()) : List.of(),
          isOurs ? List.of() : List.of(row.content()), row.content()));
      Pick pick = picks.getOrDefault(key(row), Pick.BOTH);
      goes = pick == (isOurs ? Pick.THEIRS : Pick.OURS);
    }
    if (!goes) {
      rows.add(isOurs ? row : numbered(row));
      if (!isOurs) {
        changes.add(new Change(Kind.ADDED, null, rows.getLast()));
      }
    } else if (isOurs) {
      changes.add(new Change(Kind.GONE, row, null));
    }
  }

  private boolean same(MergeRow before, MergeRow now, MergeSide side) {
    return base.columns().stream()
        .filter(side::has)
        .filter(column -> !display(column))
        .allMatch(column -> before.cell(column).equals(now.cell(column)));
  }

  private void both(MergeRow before, MergeRow one, MergeRow other) {
    Map<String, String> cells = new LinkedHashMap<>(one.cells());
    List<String> differing = new ArrayList<>();
    for (String column : columns) {
      String value = cell(column, before, one, other);
      if (value == null) {
        differing.add(column);
      } else if (!value.equals(one.cell(column))) {
        cells.put(column, value);
      }
    }
    MergeRow merged = new MergeRow(cells);
    if (differing.isEmpty()) {
      add(one, merged);
    } else {
      settle(differing, merged, one, other);
    }
  }

  /// Without a choice the greater values stay in the row, whosever they are, and the others come in a row below, unless
  /// an earlier merge put them there.
  private void settle(List<String> differing, MergeRow merged, MergeRow one, MergeRow other) {
    Pick pick = picks.getOrDefault(key(one), Pick.BOTH);
    boolean oneIsGreater = greater(differing, one, other);
    // Without an id nothing but its cells tells a row from others: each stays whole, to be known again.
    boolean whole = one.id().isEmpty() && other.id().isEmpty() && pick == Pick.BOTH;
    List<String> taken = whole ? columns.stream().filter(column -> !display(column)).toList() : differing;
    add(one, with(merged, taken, pick == Pick.OURS || pick == Pick.BOTH && oneIsGreater ? one : other));
    MergeRow beside = beside(differing, with(merged, taken, oneIsGreater ? other : one), merged);
    boolean there = beside.id().isEmpty() ? isThere(one, other, beside) : ids.contains(beside.id());
    if (pick == Pick.BOTH && there) {
      return;
    }
    conflicts.add(new MergeConflict(key(one), one.index(), differing, differing.stream().map(one::cell).toList(),
        differing.stream().map(other::cell).toList(), merged.content()));
    if (pick == Pick.BOTH) {
      rows.add(numberedAnew(beside));
      changes.add(new Change(Kind.KEPT_BESIDE, null, rows.getLast()));
    }
  }

  /// The row of the values that don't stay. Its id follows from what it says, so that it never comes in twice.
  private static MergeRow beside(List<String> differing, MergeRow values, MergeRow one) {
    if (one.id().isEmpty()) {
      return values;
    }
    String name =
        one.id() + "\n" + differing.stream().sorted().map(column -> column + "=" + values.cell(column)).toList();
    return values.with(MergeRow.ID, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private void add(MergeRow before, MergeRow result) {
    boolean changed = !result.cells().equals(before.cells());
    rows.add(changed ? result : before);
    if (changed) {
      changes.add(new Change(Kind.CHANGED, before, result));
    }
  }

  /// The value of a cell; null when both sides changed it, each to another one.
  private String cell(String column, MergeRow before, MergeRow one, MergeRow other) {
    String o = one.cell(column);
    String t = other.cell(column);
    if (o.equals(t) || !theirs.has(column)) {
      return o;
    }
    if (!ours.has(column)) {
      return t;
    }
    boolean based = before != null && base.has(column);
    if (column.equals(MergeRow.UPDATED)) {
      return o.compareTo(t) >= 0 ? o : t;
    }
    if (based && t.equals(before.cell(column))) {
      return o;
    }
    if (based && o.equals(before.cell(column))) {
      return t;
    }
    if (column.equals(MergeRow.INDEX) || column.equals(MergeRow.ID)) {
      return o.isEmpty() ? t : o;
    }
    if (!based && (o.isEmpty() || t.isEmpty())) {
      return o.isEmpty() ? t : o;
    }
    return null;
  }

  /// Whether another row than the two says this already.
  private boolean isThere(MergeRow one, MergeRow other, MergeRow beside) {
    Map<String, String> substance = beside.substance();
    return substances.contains(substance)
        && !one.substance().equals(substance) && !other.substance().equals(substance);
  }

  private static boolean greater(List<String> differing, MergeRow one, MergeRow other) {
    for (String column : differing.stream().sorted().toList()) {
      int order = one.cell(column).compareTo(other.cell(column));
      if (order != 0) {
        return order > 0;
      }
    }
    return true;
  }

  private static MergeRow with(MergeRow row, List<String> columns, MergeRow values) {
    Map<String, String> cells = new LinkedHashMap<>(row.cells());
    columns.forEach(column -> cells.put(column, values.cell(column)));
    return new MergeRow(cells);
  }

  private MergeRow numbered(MergeRow row) {
    return number(row.index()) > 0 ? row : numberedAnew(row);
  }

  private MergeRow numberedAnew(MergeRow row) {
    largest++;
    return row.with(MergeRow.INDEX, Long.toString(largest));
  }

  private List<MergeRow> renumbered() {
    List<MergeRow> result = new ArrayList<>();
    for (MergeRow row : rows) {
      String index = Integer.toString(result.size() + 1);
      result.add(row.index().equals(index) ? row : row.with(MergeRow.INDEX, index));
    }
    return result;
  }

  private static List<String> doubled(List<MergeRow> rows) {
    Set<String> seen = new HashSet<>();
    return rows.stream().map(MergeRow::index).filter(index -> !index.isEmpty() && !seen.add(index)).distinct().toList();
  }

  private static boolean display(String column) {
    return column.equals(MergeRow.INDEX) || column.equals(MergeRow.UPDATED);
  }

  private static String key(MergeRow row) {
    return row.id().isEmpty() ? row.content() : row.id();
  }

  private static long number(String index) {
    boolean digits = !index.isEmpty() && index.length() < 18 && index.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Long.parseLong(index) : 0;
  }
}
