package dev.chatstream.store.list;

import dev.chatstream.core.table.FilterText;
import dev.chatstream.core.table.TableView;
import dev.chatstream.core.table.TaskFilter;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.legacy.KnownColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// Finds the lines of a view: rows that its filter keeps, in its order, in its groups. Looks through the file once.
final class TableQuery {

  /// Columns that are numbers, unless somebody writes something else there.
  private static final Set<String> NUMBERS = Set.of("index", "estimate", "number", "points", "score");

  private final ListTable table;
  private final TableView view;
  private final TaskFilter filter;
  private final int sort;
  private final int group;

  private TableQuery(ListTable table, TableView view) {
    this.table = table;
    this.view = view;
    this.filter = FilterText.of(view.filter(), table.columns()).filter();
    this.sort = table.base().column(view.sort());
    this.group = table.base().column(view.group());
  }

  /// @param wanted false as soon as nobody waits for it any more
  /// @return empty when nobody wanted it any more
  static Optional<TableLines> lines(ListTable table, TableView view, BooleanSupplier wanted) throws StoreException {
    return view.plain() ? Optional.of(TableLines.plain()) : new TableQuery(table, view).run(wanted);
  }

  private Optional<TableLines> run(BooleanSupplier wanted) throws StoreException {
    return run(NUMBERS.contains(KnownColumns.key(view.sort())), NUMBERS.contains(KnownColumns.key(view.group())),
        wanted);
  }

  /// @param sortNumbers whether the column to sort by is taken for one of numbers; when it is none, all begins anew
  private Optional<TableLines> run(boolean sortNumbers, boolean groupNumbers, BooleanSupplier wanted)
      throws StoreException {
    Refs kept = new Refs();
    Ranks sorted = new Ranks(view.sort(), sortNumbers);
    Ranks grouped = new Ranks(view.group(), groupNumbers);
    boolean whole = TableScan.all(table, columns(), (ref, cells) -> {
      if (filter.keeps(cells)) {
        kept.add(ref);
        if (sort >= 0) {
          sorted.add(cells.apply(sort));
        }
        if (group >= 0) {
          grouped.add(cells.apply(group));
        }
      }
    }, wanted);
    boolean again = sortNumbers && !sorted.fits() || groupNumbers && !grouped.fits();
    if (whole && again) {
      return run(sortNumbers && sorted.fits(), groupNumbers && grouped.fits(), wanted);
    }
    return whole ? Optional.of(lines(kept, sorted, grouped)) : Optional.empty();
  }

  private int[] columns() {
    Set<Integer> all = new TreeSet<>();
    Arrays.stream(filter.columns()).forEach(all::add);
    for (int column : new int[] {sort, group}) {
      if (column >= 0) {
        all.add(column);
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private TableLines lines(Refs kept, Ranks sorted, Ranks grouped) throws StoreException {
    int[] order = inListOrder(kept);
    if (sort >= 0) {
      order = by(sorted.ranks(), order, view.down());
    }
    if (group < 0) {
      return TableLines.of(view, refs(kept, order));
    }
    order = by(grouped.ranks(), order, false);
    List<Integer> begins = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      String text = grouped.text(order[i]);
      boolean begin = i == 0 || !text.equals(grouped.text(order[i - 1]));
      if (begin) {
        begins.add(i);
        headings.add(view.group() + ": " + (text.isBlank() ? "none" : text));
      }
    }
    return TableLines.of(view, refs(kept, order), begins, headings);
  }

  /// Places of what was kept, as the rows stand in the list.
  private int[] inListOrder(Refs kept) {
    int[] order = new int[kept.size];
    Arrays.setAll(order, i -> i);
    if (table.order().flat() == null) {
      return order;
    }
    RowOrder.Places places = table.order().places();
    return by(Arrays.stream(kept.refs, 0, kept.size).map(places::of).toArray(), order, false);
  }

  private static int[] refs(Refs kept, int[] order) {
    return Arrays.stream(order).map(i -> kept.refs[i]).toArray();
  }

  /// Sorts places by their ranks; those of the same rank stay as they are.
  private static int[] by(int[] ranks, int[] order, boolean down) {
    long[] keys = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      long rank = down ? Integer.MAX_VALUE - ranks[order[i]] : ranks[order[i]];
      keys[i] = rank << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] sorted = new int[order.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = order[(int) keys[i]];
    }
    return sorted;
  }

  /// A growing row of rows.
  private static final class Refs {
    private int[] refs = new int[1024];
    private int size;

    void add(int ref) {
      if (size == refs.length) {
        refs = Arrays.copyOf(refs, size + (size >> 1));
      }
      refs[size++] = ref;
    }
  }
}
