package dev.chatstream.core.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of merging whatever two people did to a list.
class ListMergeProperties {

  private static final List<String> COLUMNS =
      List.of("index", "id", "updated", "content", "status", "tags");

  @Property(tries = 400)
  void mergingTwiceChangesNothing(@ForAll long seed, @ForAll boolean based, @ForAll boolean ids,
      @ForAll boolean renumber) {
    Play play = new Play(seed, ids);
    MergeSide base = based ? play.base : MergeSide.NONE;
    MergeResult once = ListMerge.of(base, play.ours, play.theirs, Map.of(), renumber);
    MergeSide merged = new MergeSide(once.columns(), once.rows());
    MergeResult again = ListMerge.of(base, merged, play.theirs, Map.of(), renumber);
    assertEquals(cells(once.rows()), cells(again.rows()));
    assertEquals(List.of(), again.changes());
  }

  @Property(tries = 400)
  void theOrderOfTheSidesDoesNotMatter(@ForAll long seed, @ForAll boolean based) {
    Play play = new Play(seed, true);
    MergeSide base = based ? play.base : MergeSide.NONE;
    MergeResult one = ListMerge.of(base, play.ours, play.theirs, Map.of(), false);
    MergeResult other = ListMerge.of(base, play.theirs, play.ours, Map.of(), false);
    assertEquals(substance(one), substance(other));
    assertEquals(one.conflicts().size(), other.conflicts().size());
  }

  @Property(tries = 400)
  void noRowAndNoValueIsLost(@ForAll long seed, @ForAll boolean ids) {
    Play play = new Play(seed, ids);
    MergeResult merged = ListMerge.of(MergeSide.NONE, play.ours, play.theirs, Map.of(), false);
    for (MergeSide side : List.of(play.ours, play.theirs)) {
      for (MergeRow row : side.rows()) {
        assertTrue(merged.rows().stream().anyMatch(found -> holds(found, row)), () -> "lost " + row);
      }
    }
  }

  @Property(tries = 400)
  void withTheBaseOnlyWhatOneSideTookAwayUnchangedGoes(@ForAll long seed) {
    Play play = new Play(seed, true);
    MergeResult merged = ListMerge.of(play.base, play.ours, play.theirs, Map.of(), false);
    for (MergeSide side : List.of(play.ours, play.theirs)) {
      MergeSide other = side == play.ours ? play.theirs : play.ours;
      for (MergeRow row : side.rows()) {
        boolean unchanged = find(play.base, row.id()).stream().anyMatch(b -> b.substance().equals(row.substance()));
        boolean taken = unchanged && find(other, row.id()).isEmpty();
        boolean there = merged.rows().stream().anyMatch(found -> found.id().equals(row.id()));
        assertEquals(!taken, there, row.toString());
      }
    }
  }

  private static List<MergeRow> find(MergeSide side, String id) {
    return side.rows().stream().filter(row -> row.id().equals(id)).toList();
  }

  /// Each value of the row stands in this one, but for those that the other side filled or changed beside.
  private static boolean holds(MergeRow found, MergeRow row) {
    return row.substance().entrySet().stream()
        .allMatch(cell -> found.cell(cell.getKey()).equals(cell.getValue()));
  }

  private static List<Map<String, String>> cells(List<MergeRow> rows) {
    return rows.stream().map(row -> (Map<String, String>) new TreeMap<>(row.cells())).toList();
  }

  private static Map<String, Long> substance(MergeResult result) {
    return result.rows().stream()
        .map(row -> row.id() + row.substance())
        .collect(Collectors.groupingBy(text -> text, HashMap::new, Collectors.counting()));
  }

  /// A list, and what two people did to it.
  private static final class Play {
    private final Random random;
    private final boolean ids;
    private final MergeSide base;
    private final MergeSide ours;
    private final MergeSide theirs;
    private int made;

    Play(long seed, boolean ids) {
      random = new Random(seed);
      this.ids = ids;
      List<MergeRow> rows = new ArrayList<>();
      for (int i = 0; i < random.nextInt(6); i++) {
        rows.add(row("b"));
      }
      base = new MergeSide(COLUMNS, rows);
      ours = new MergeSide(COLUMNS, edited(rows, "o"));
      theirs = new MergeSide(COLUMNS, edited(rows, "t"));
    }

    private MergeRow row(String who) {
      made++;
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("index", Integer.toString(made));
      cells.put("id", ids ? who + made : "");
      cells.put("updated", Integer.toString(random.nextInt(3)));
      cells.put("content", "text " + random.nextInt(ids ? 3 : 50));
      cells.put("status", random.nextBoolean() ? "todo" : "");
      cells.put("tags", random.nextBoolean() ? "x" : "");
      return new MergeRow(cells);
    }

    private List<MergeRow> edited(List<MergeRow> rows, String who) {
      List<MergeRow> edited = new ArrayList<>();
      for (MergeRow row : rows) {
        int what = random.nextInt(6);
        if (what == 0) {
          continue;
        }
        MergeRow now = what < 3
            ? row.with(List.of("status", "tags").get(random.nextInt(2)), who + random.nextInt(2))
            : row;
        edited.add(what == 4 ? now.with("updated", "9") : now);
        if (what == 5) {
          edited.add(row(who));
        }
      }
      if (random.nextBoolean()) {
        edited.add(0, row(who));
      }
      return edited;
    }
  }
}
