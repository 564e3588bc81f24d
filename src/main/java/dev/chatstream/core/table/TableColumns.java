package dev.chatstream.core.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Which columns of a list its table shows, in which order, and how wide. The list's file knows nothing of it.
///
/// @param all in the order of the table; empty as long as nobody chose
public record TableColumns(List<Column> all) {

  /// As the program shows a list of which nobody said anything.
  public static final TableColumns USUAL = new TableColumns(List.of());

  private static final int MOST_WIDTH = 200;
  private static final Set<String> SHOWN_FIRST = Set.of("index", "content", "status", "priority", "tags", "due");
  private static final List<String> HIDDEN_FIRST = List.of("id", "created", "updated", "role", "category", "source",
      "model", "result");
  private static final List<String> ORDER = List.of("index", "status", "priority", "content", "tags", "due");

  /// A column of the table.
  ///
  /// @param name as the list's header has it
  /// @param width in columns of the screen; 0 for what is usual
  /// @param shown whether it is shown
  public record Column(String name, int width, boolean shown) {

    /// Its name without spaces around it, in lower case.
    public String key() {
      return name.strip().toLowerCase(Locale.ROOT);
    }
  }

  /// Copies the columns.
  public TableColumns {
    all = List.copyOf(all);
  }

  /// Whether somebody chose.
  public boolean chosen() {
    return !all.isEmpty();
  }

  /// Every column of a list once: those that are known here in their order, then those that are new in the list. Names
  /// that the list has lost are left out.
  public TableColumns of(List<String> columns) {
    List<Column> complete = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Column column : chosen() ? all : usual(columns)) {
      columns.stream().filter(name -> key(name).equals(column.key())).findFirst()
          .filter(name -> taken.add(key(name)))
          .ifPresent(name -> complete.add(new Column(name, column.width(), column.shown())));
    }
    for (String name : columns) {
      if (!name.isBlank() && taken.add(key(name))) {
        complete.add(new Column(name, 0, !HIDDEN_FIRST.contains(key(name))));
      }
    }
    return new TableColumns(complete);
  }

  private static List<Column> usual(List<String> columns) {
    List<Column> usual = new ArrayList<>(ORDER.stream().map(name -> new Column(name, 0, true)).toList());
    columns.stream().filter(name -> !SHOWN_FIRST.contains(key(name)))
        .forEach(name -> usual.add(new Column(name, 0, !HIDDEN_FIRST.contains(key(name)))));
    return usual;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// Where a column stands; empty when it is not here.
  public Optional<Integer> place(String name) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).key().equals(key(name))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /// One that is shown is hidden, and the other way round; the last one that is shown stays.
  public TableColumns flipped(String name) {
    boolean last = all.stream().filter(Column::shown).count() == 1;
    return changed(name, column -> column.shown() && last
        ? column
        : new Column(column.name(), column.width(), !column.shown()));
  }

  /// With this width, 0 for what is usual; it is brought within what a screen can have.
  public TableColumns sized(String name, int width) {
    return changed(name, column -> new Column(column.name(), Math.clamp(width, 0, MOST_WIDTH), column.shown()));
  }

  /// A column so many places further down the order; up if negative.
  public TableColumns moved(String name, int by) {
    Optional<Integer> from = place(name);
    if (from.isEmpty()) {
      return this;
    }
    List<Column> order = new ArrayList<>(all);
    Column column = order.remove((int) from.get());
    order.add(Math.clamp(from.get() + (long) by, 0, order.size()), column);
    return new TableColumns(order);
  }

  private TableColumns changed(String name, UnaryOperator<Column> change) {
    return new TableColumns(all.stream().map(one -> one.key().equals(key(name)) ? change.apply(one) : one).toList());
  }
}
