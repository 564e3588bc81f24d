package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkEvent;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.CellWriter;
import dev.chatstream.ui.text.Words;
import java.util.Map;
import org.tinylog.Logger;

/// Writes the categories that a person has confirmed, and takes them back.
final class CategoryCells {

  private static final String COLUMN = "category";

  private final CellWriter cells;

  CategoryCells(CellWriter cells) {
    this.cells = cells;
  }

  /// Writes them.
  ///
  /// @param categories by the rows' ids
  /// @return what was there before, for [#takeBack]
  Map<String, String> write(String list, Map<String, String> categories) throws StoreException {
    Map<String, String> before = cells.write(list, COLUMN, categories);
    Logger.info("wrote the category of {} of task_lists/{}", Words.count(before.size(), "row"), list);
    return before;
  }

  /// Gives the rows what they had before.
  Event takeBack(String list, Map<String, String> before) throws StoreException {
    return new TalkEvent.CategoriesTakenBack(list, write(list, before).size());
  }
}
