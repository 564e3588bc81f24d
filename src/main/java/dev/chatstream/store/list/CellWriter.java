package dev.chatstream.store.list;

import dev.chatstream.store.StoreException;
import java.util.Map;

/// Writes single cells of a list.
public interface CellWriter {

  /// Writes a column's cells of some rows, on the disk when it returns. Other cells, and rows that are not there any
  /// more, stay as they are.
  ///
  /// @param list its file name
  /// @param cells the new texts by the rows' ids
  /// @return the texts that were replaced, by the rows' ids; those that were the same already are left out
  /// @throws StoreException when the list has no such column, or can't be read to its end
  Map<String, String> write(String list, String column, Map<String, String> cells) throws StoreException;
}
