package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A data root in a temporary folder with the store of its lists, and short ways to what stands in them.
abstract class TaskListFixture {

  @TempDir
  Path folder;

  DataRoot root;
  TaskListStore store;

  @BeforeEach
  final void openRoot() throws Exception {
    root = DataRoot.open(folder);
    store = new TaskListStore(root, InstantSource.fixed(Instant.parse("2026-11-23T10:15:30.123Z")));
  }

  static List<NewTask> typed(String... texts) {
    List<NewTask> tasks = new ArrayList<>();
    for (String text : texts) {
      tasks.add(new NewTask(Role.USER, text, "", ""));
    }
    return tasks;
  }

  static NewTask from(String source) {
    return new NewTask(Role.ASSISTANT, "text of " + source, source, "m");
  }

  final Path path(String file) {
    return root.taskLists().resolve(file);
  }

  final List<String> contents(String name) throws StoreException {
    return rows(name).stream().map(row -> row.cell("content")).toList();
  }

  final List<TaskRow> rows(String name) throws StoreException {
    List<TaskRow> all = new ArrayList<>();
    try (TaskRows rows = store.read(name)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  final List<Long> indices(String name) throws StoreException {
    return rows(name).stream().map(TaskRow::index).toList();
  }

  static StoreFailure failure(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(StoreException.class, call).failure();
  }
}
