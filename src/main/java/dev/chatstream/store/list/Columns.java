package dev.chatstream.store.list;

import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.legacy.KnownColumns;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The columns of a task list: which ones we make, and what a new row holds in each.
final class Columns {

  static final String INDEX = KnownColumns.INDEX;
  static final String CONTENT = KnownColumns.CONTENT;
  static final String SOURCE = KnownColumns.SOURCE;

  /// Those of a list that we create, in order.
  static final List<String> OURS = KnownColumns.OURS;

  private Columns() {}

  /// The cells of a new row for these columns; unknown columns stay empty.
  static String[] cells(List<String> columns, long index, String id, Instant now, NewTask task) {
    Map<String, String> values = new HashMap<>();
    values.put(INDEX, Long.toString(index));
    values.put("id", id);
    values.put("created", now.toString());
    values.put("updated", now.toString());
    values.put(KnownColumns.ROLE, task.role().wireName());
    values.put(CONTENT, task.content());
    values.put("status", "todo");
    values.put(SOURCE, task.source());
    values.put("model", task.model());
    return columns.stream().map(name -> values.getOrDefault(KnownColumns.key(name), "")).toArray(String[]::new);
  }
}
