package dev.chatstream.core.reduce;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.task.TaskRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is new in the list on the screen when its file was changed elsewhere.
final class ListNews {

  private ListNews() {}

  /// The list that is open.
  static Optional<Event.TasksRead> open(AppState state) {
    return state.dialogs().stream()
        .filter(Dialog.Tasks.class::isInstance)
        .map(dialog -> ((Dialog.Tasks) dialog).read())
        .findFirst();
  }

  /// Says what is new, when this list was on the screen already.
  static AppState told(AppState state, Event.TasksRead read) {
    Optional<Event.TasksRead> before = open(state).filter(open -> open.file().equals(read.file()));
    if (before.isEmpty() || before.get().equals(read)) {
      return state;
    }
    String words = read.problem().isEmpty() ? words(before.get(), read) : read.problem();
    return state.with(Notice.warning(read.file() + " changed on disk: " + words + ".", state.now()));
  }

  private static String words(Event.TasksRead before, Event.TasksRead after) {
    Map<String, TaskRow> old = byIndex(before);
    Map<String, TaskRow> now = byIndex(after);
    long added = now.keySet().stream().filter(key -> !old.containsKey(key)).count();
    long changed = now.entrySet().stream()
        .filter(entry -> old.containsKey(entry.getKey()) && !old.get(entry.getKey()).equals(entry.getValue()))
        .count();
    long gone = old.keySet().stream().filter(key -> !now.containsKey(key)).count();
    List<String> parts = new ArrayList<>();
    count(added, "added", parts);
    count(changed, "changed", parts);
    // Rows that were pushed out of sight by newer ones are not gone.
    count(Math.max(0, gone - (after.skipped() - before.skipped())), "taken away", parts);
    return parts.isEmpty() ? "read anew" : String.join(", ", parts);
  }

  private static void count(long rows, String verb, List<String> parts) {
    if (rows > 0) {
      parts.add(rows + (rows == 1 ? " row " : " rows ") + verb);
    }
  }

  private static Map<String, TaskRow> byIndex(Event.TasksRead read) {
    Map<String, TaskRow> rows = new HashMap<>();
    for (TaskRow row : read.rows()) {
      String id = row.cell("id");
      rows.put(id.isEmpty() ? "#" + row.index() : id, row);
    }
    return rows;
  }
}
