package dev.chatstream.store.list;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Says which rows are meant in the language of [dev.chatstream.core.table.FilterText]: by their numbers, which people
/// can read, or by their ids where one has no number, or two of them share one.
final class ChosenRows {

  private ChosenRows() {}

  /// @param refs the rows, in their order
  static String filter(ListTable table, List<Integer> refs) throws StoreException {
    int index = column(table, "index");
    int id = column(table, "id");
    TreeSet<Long> numbers = new TreeSet<>();
    List<String> ids = new ArrayList<>();
    for (int ref : refs) {
      String[] cells = table.cells(ref, ListTable.WHOLE);
      number(index < 0 ? "" : cells[index]).ifPresent(numbers::add);
      if (id >= 0 && cells[id].matches("[A-Za-z0-9-]+")) {
        ids.add(cells[id]);
      }
    }
    if (numbers.size() == refs.size()) {
      return "#" + ranges(numbers);
    }
    if (ids.size() == refs.size()) {
      return "id:" + String.join(",", ids);
    }
    throw new StoreException(new StoreFailure.NotDone("No run was begun",
        "the marked rows have neither numbers nor ids of their own; a filter can say which are meant"));
  }

  private static int column(ListTable table, String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).strip().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Long> number(String cell) {
    return cell.strip().matches("\\d{1,18}") ? Optional.of(Long.parseLong(cell.strip())) : Optional.empty();
  }

  private static String ranges(TreeSet<Long> numbers) {
    StringBuilder ranges = new StringBuilder();
    long first = numbers.first();
    long last = first;
    for (long number : numbers.tailSet(first, false)) {
      if (number != last + 1) {
        add(ranges, first, last);
        first = number;
      }
      last = number;
    }
    add(ranges, first, last);
    return ranges.toString();
  }

  private static void add(StringBuilder ranges, long first, long last) {
    ranges.append(ranges.isEmpty() ? "" : ",").append(first).append(last == first ? "" : "-" + last);
  }
}
