package dev.chatstream.ui.lists;

import dev.chatstream.core.table.TableColumns;
import dev.chatstream.core.table.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where the columns of a list stand on the screen: those with a width as long as there is room, the text of the task
/// in what is left.
final class TablePlaces {

  private static final String TEXT = "content";
  private static final int LEAST_TEXT = 20;
  private static final int WIDE_TEXT = 40;
  private static final int LEAST_INDEX = 4;
  private static final int OTHER = 12;
  private static final Map<String, Integer> WIDTHS =
      Map.of("status", 5, "priority", 3, "tags", 14, "due", 10, "created", 10, "updated", 10, "role", 9);
  private static final Map<String, String> TITLES =
      Map.of("index", "#", "status", "st", "priority", "pri", TEXT, "task");

  private TablePlaces() {}

  /// Columns of a screen for a column of the list.
  ///
  /// @param column its place in the list
  record Place(String key, String title, int column, int width) {}

  /// How wide a column is where nobody said it.
  static int usual(String key, int rows) {
    return key.equals("index")
        ? Math.max(LEAST_INDEX, Integer.toString(rows).length() + 1)
        : WIDTHS.getOrDefault(key, OTHER);
  }

  /// From the left to the right. The number and the text are always among them when they are wanted; of the others
  /// those for which there is room. As long as nobody chose, the text goes before tags and whatever follows.
  static List<Place> of(TableFacts facts, int width) {
    List<Place> places = new ArrayList<>();
    boolean chosen = facts.layout().chosen();
    int room = width - 2;
    int text = -1;
    int textWidth = 0;
    for (TableColumns.Column column : facts.layout().of(facts.columns()).all()) {
      int wide = column.width() > 0 ? column.width() : usual(column.key(), facts.rows());
      if (!column.shown()) {
        continue;
      }
      if (column.key().equals(TEXT)) {
        text = places.size();
        textWidth = column.width();
        room -= textWidth > 0 ? textWidth + 1 : chosen ? LEAST_TEXT : WIDE_TEXT;
      } else if (places.isEmpty() || room >= (chosen ? wide + 1 : 2 * wide)) {
        places.add(place(facts, column, Math.min(wide, Math.max(1, width - 3))));
        room -= wide + 1;
      }
    }
    return withText(facts, places, text, textWidth, width);
  }

  private static List<Place> withText(TableFacts facts, List<Place> places, int text, int textWidth, int width) {
    if (text >= 0) {
      int taken = places.stream().mapToInt(one -> one.width() + 1).sum();
      int left = Math.max(1, width - 2 - taken - 1);
      places.add(text, new Place(TEXT, TITLES.get(TEXT), facts.column(TEXT),
          textWidth > 0 ? Math.min(textWidth, left) : left));
    }
    return places;
  }

  private static Place place(TableFacts facts, TableColumns.Column column, int width) {
    return new Place(column.key(), TITLES.getOrDefault(column.key(), column.name().strip()),
        facts.column(column.name()), width);
  }
}
