package dev.chatstream.store.doubles;

import dev.chatstream.core.doubles.KeyTable;
import dev.chatstream.core.doubles.NormalText;
import dev.chatstream.core.doubles.TextKey;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;
import dev.chatstream.store.list.ListTexts;

/// Finds the rows of a list whose texts are the same but for case, spaces and punctuation, in one reading.
public final class ExactDoubles {

  private static final int ROWS_BETWEEN = 4096;

  private ExactDoubles() {}

  /// Finds them.
  ///
  /// @param texts stays open, as the groups read from it
  /// @throws Watch.Cancelled when the watch stopped it
  public static Groups of(ListTexts texts, Watch watch) throws StoreException {
    Places places = new Places();
    Pairs pairs = new Pairs();
    KeyTable seen = new KeyTable();
    TextKey.Maker keys = new TextKey.Maker();
    texts.all(row -> {
      int place = places.add(row.begin());
      if (place % ROWS_BETWEEN == 0) {
        watch.progress(row.begin(), texts.end());
      }
      String normal = NormalText.of(row.text());
      if (!normal.isEmpty()) {
        int first = seen.put(keys.of(normal), place);
        if (first != place) {
          pairs.add(first, place);
        }
      }
      return true;
    });
    return new Groups(texts, places, pairs);
  }
}
