package dev.chatstream.store.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.chatstream.core.chat.Role;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What this program writes, other readers read the same: FastCSV, which refuses loose quoting, and Python's `csv`.
class SecondReadersTest {

  private static final String[] PIECES = {
    " ", "\t", "\n", "\r\n", "\r", "\"", "\"\"", ",", ";", "|", "'", "\\", "#", "=", "a", "0", "é", "計", "🎉", "\u2028"
  };

  /// Prints the cells of a file as JSON, in Python's default dialect but for the separator.
  private static final String PYTHON = """
      import csv, json, sys
      csv.field_size_limit(1 << 30)
      with open(sys.argv[1], newline='', encoding='utf-8-sig') as f:
          print(json.dumps(list(csv.reader(f, delimiter=sys.argv[2], strict=True))))
      """;

  @TempDir
  Path folder;

  private Path written(String header) throws Exception {
    DataRoot root = DataRoot.open(folder);
    TaskListStore store = new TaskListStore(root, InstantSource.system());
    Path file = root.taskLists().resolve("a.csv");
    if (!header.isEmpty()) {
      Files.writeString(file, header);
    } else {
      store.create("a", List.of());
    }
    Random random = new Random(4);
    List<NewTask> tasks = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int p = random.nextInt(8); p >= 0; p--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      tasks.add(new NewTask(Role.USER, text.toString(), "", ""));
    }
    store.append("a", tasks);
    return file;
  }

  private List<List<String>> ours() throws StoreException {
    List<List<String>> cells = new ArrayList<>();
    TaskListStore store = new TaskListStore(DataRoot.open(folder), InstantSource.system());
    try (TaskRows rows = store.read("a")) {
      rows.forEachRemaining((TaskRow row) -> cells.add(List.copyOf(row.cells().values())));
    }
    return cells;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "index,content\n", "index;content\r\n", "\uFEFF\"index\"\t\"content\"\n", "content|index\n"})
  void fastCsvReadsTheSameCells(String header) throws Exception {
    Path file = written(header);
    List<List<String>> theirs = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder()
        .fieldSeparator(separator(header))
        .ofCsvRecord(Files.readString(file).replace("\uFEFF", ""))) {
      reader.forEach(row -> theirs.add(row.getFields()));
    }
    assertEquals(ours(), theirs.subList(1, theirs.size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index,content\n", "index;content\r\n", "\uFEFF\"index\"\t\"content\"\n"})
  void pythonReadsTheSameCells(String header) throws Exception {
    assumeTrue(pythonIsThere());
    Path file = written(header);
    Process python = new ProcessBuilder("python3", "-c", PYTHON, file.toString(), String.valueOf(separator(header)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String json = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, python.waitFor());
    List<List<String>> theirs = new ArrayList<>();
    for (var row : JsonParser.parseString(json).getAsJsonArray()) {
      List<String> cells = new ArrayList<>();
      JsonArray array = row.getAsJsonArray();
      array.forEach(cell -> cells.add(cell.getAsString()));
      theirs.add(cells);
    }
    assertEquals(ours(), theirs.subList(1, theirs.size()));
  }

  private static char separator(String header) {
    return header.contains(";") ? ';' : header.contains("\t") ? '\t' : header.contains("|") ? '|' : ',';
  }

  private static boolean pythonIsThere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
