package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.store.file.DataRoot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes and threads append to one list at once.
class TwoProcessesTest {

  private static final int EACH = 150;

  @TempDir
  Path folder;

  @Test
  void noGapNoDoubleNoGluedRow() throws Exception {
    DataRoot root = DataRoot.open(folder);
    new TaskListStore(root, InstantSource.system()).create("a", List.of());
    List<Process> processes = List.of(Writer.start(folder, "p1"), Writer.start(folder, "p2"));
    AtomicReference<Exception> failed = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (String name : List.of("t1", "t2")) {
      threads.add(Thread.ofPlatform().start(() -> {
        try {
          Writer.write(folder, name);
        } catch (Exception e) {
          failed.set(e);
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Process process : processes) {
      assertEquals(0, process.waitFor());
    }
    assertEquals(null, failed.get());
    checkRows(root);
  }

  private static void checkRows(DataRoot root) throws Exception {
    Set<String> texts = new HashSet<>();
    long index = 0;
    try (TaskRows rows = new TaskListStore(root, InstantSource.system()).read("a")) {
      while (rows.hasNext()) {
        var row = rows.next();
        index++;
        assertEquals(index, row.index());
        texts.add(row.cell("content"));
      }
      assertEquals("", rows.problem());
    }
    assertEquals(4 * EACH, index);
    assertEquals(4 * EACH, texts.size());
  }

  /// Appends one row after the other, in a process of its own or in a thread of the test.
  static final class Writer {

    static Process start(Path folder, String name) throws Exception {
      return new ProcessBuilder(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          System.getProperty("java.class.path"),
          Writer.class.getName(),
          folder.toString(),
          name)
          .inheritIO()
          .start();
    }

    public static void main(String[] args) throws Exception {
      write(Path.of(args[0]), args[1]);
    }

    static void write(Path folder, String name) throws Exception {
      TaskListStore store = new TaskListStore(DataRoot.open(folder), InstantSource.system());
      for (int i = 0; i < EACH; i++) {
        String text = name + "\n" + i;
        store.append("a", List.of(new NewTask(Role.USER, text, name + "/" + i, "")));
      }
    }
  }
}
