package dev.chatstream.store.list;

import dev.chatstream.core.task.NewTask;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The columns of a task list: which ones we make, and what a new row holds in each.
final class Columns {

  static final String INDEX = "index";
  static final String CONTENT = "content";
  static final String SOURCE = "source";

  /// Those of a list that we create, in order.
  static final List<String> OURS = List.of(
      INDEX,
      "id",
      "created",
      "updated",
      "role",
      CONTENT,
      "status",
      "priority",
      "tags",
      "category",
      "due",
      SOURCE,
      "model",
      "result");

  private Columns() {}

  /// How a column's name is compared: spaces around it and upper and lower case don't matter.
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /// The cells of a new row for these columns; unknown columns stay empty.
  static String[] cells(List<String> columns, long index, String id, Instant now, NewTask task) {
    Map<String, String> values = new HashMap<>();
    values.put(INDEX, Long.toString(index));
    values.put("id", id);
    values.put("created", now.toString());
    values.put("updated", now.toString());
    values.put("role", task.role().wireName());
    values.put(CONTENT, task.content());
    values.put("status", "todo");
    values.put(SOURCE, task.source());
    values.put("model", task.model());
    return columns.stream().map(name -> values.getOrDefault(key(name), "")).toArray(String[]::new);
  }
}
