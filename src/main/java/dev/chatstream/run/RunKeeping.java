package dev.chatstream.run;

import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.file.OwnerOnly;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RowResult;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.Failures;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.file.SafeName;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.record.FlatJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the results of a run where they are wanted: into a list of their own, into the list that was run, into files.
/// The run keeps them as well.
public final class RunKeeping {

  /// The columns of a new list; a row's answer is its `content`, so that it can be run in its turn.
  private static final List<String> COLUMNS = List.of("index", "id", "created", "updated", "role", "content", "status",
      "priority", "tags", "category", "due", "source", "model", "result", "prompt", "row", "row_id", "run",
      "duration_ms", "tokens", "attempt", "error");

  private final RunResults results;
  private final RunPlan plan;
  private final InstantSource clock;

  /// @param clock for the times that are written
  public RunKeeping(RunResults results, InstantSource clock) {
    this.results = results;
    this.plan = results.plan();
    this.clock = clock;
  }

  /// Makes a list: a row for each row of the run that was asked about, answered or not.
  ///
  /// @return its file
  public String newList(TaskListStore lists, String name) throws StoreException {
    return lists.create(name, COLUMNS, out -> {
      long index = 0;
      for (int job = 0; job < plan.jobs(); job++) {
        RowResult result = results.result(job);
        if (result.state() == RowState.DONE || result.state() == RowState.FAILED) {
          out.row(cells(result, ++index));
        }
      }
    });
  }

  private String[] cells(RowResult result, long index) {
    Map<String, String> cells = new HashMap<>();
    String now = clock.instant().toString();
    cells.put("index", String.valueOf(index));
    cells.put("id", Ids.next(clock.instant()).toString());
    cells.put("created", result.at().map(String::valueOf).orElse(now));
    cells.put("updated", now);
    cells.put("role", "assistant");
    cells.put("content", result.answer());
    cells.put("status", result.state() == RowState.DONE ? "todo" : "failed");
    cells.put("model", result.model());
    cells.put("prompt", result.row().prompt());
    cells.put("row", String.valueOf(result.index()));
    cells.put("row_id", result.row().id());
    cells.put("run", plan.id());
    cells.put("duration_ms", known(result.millis()));
    cells.put("tokens", known(result.tokens()));
    cells.put("attempt", String.valueOf(result.attempt()));
    cells.put("error", result.error());
    return COLUMNS.stream().map(column -> cells.getOrDefault(column, "").replace("\0", "")).toArray(String[]::new);
  }

  private static String known(long value) {
    return value < 0 ? "" : String.valueOf(value);
  }

  /// What became of the rows of the list that was run.
  ///
  /// @param filled how many have their answers now
  /// @param changed how many were changed since they were asked about, and so were left as they are
  /// @param gone how many are not in the list any more
  public record Filled(int filled, int changed, int gone) {}

  /// Writes the answers into a column of the list that was run; with several models each has a column.
  ///
  /// @throws RunRefused when rows hold something else there already; then nothing is written
  public Filled columns(TaskListStore lists, String column) throws StoreException, RunRefused {
    Map<String, Integer> numbers = numbers();
    List<String> columns = plan.models().size() == 1
        ? List.of(column)
        : plan.models().stream().map(model -> column + " " + model).toList();
    int[] counts = new int[3];
    try (TaskRows rows = lists.read(plan.list())) {
      while (rows.hasNext()) {
        TaskRow row = rows.next();
        Map<String, String> cells = cells(row, numbers, columns, counts);
        if (cells.entrySet().stream().anyMatch(cell -> isOther(row.cell(cell.getKey()), cell.getValue()))) {
          throw new RunRefused(RunRefused.Kind.USAGE, "Row #" + row.index() + " of " + plan.list()
              + " holds something else in " + String.join(", ", cells.keySet()) + ". Choose another column.");
        }
      }
    }
    Filled found = new Filled(counts[0], counts[1], numbers.size() - counts[0] - counts[1] - counts[2]);
    lists.fill(plan.list(), columns, row -> {
      try {
        return cells(row, numbers, columns, new int[3]);
      } catch (StoreException unreadable) {
        throw new IllegalStateException(unreadable);
      }
    });
    return found;
  }

  private static boolean isOther(String there, String wanted) {
    return !there.isBlank() && !there.equals(wanted);
  }

  private Map<String, Integer> numbers() throws StoreException {
    Map<String, Integer> numbers = new HashMap<>();
    for (int row = 0; row < plan.rows(); row++) {
      numbers.put(key(results.result(row).row()), row);
    }
    return numbers;
  }

  private static String key(FrozenRow row) {
    return row.id().isEmpty() ? "#" + row.index() : row.id();
  }

  /// @param counts gets one more: filled, changed, or in the list and without an answer
  private Map<String, String> cells(TaskRow row, Map<String, Integer> numbers, List<String> columns, int[] counts)
      throws StoreException {
    FrozenRow now = RunPlanner.frozen(plan.template(), row);
    Integer number = numbers.get(key(now));
    if (number == null) {
      return Map.of();
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int model = 0; model < plan.models().size(); model++) {
      RowResult result = results.result(model * plan.rows() + number);
      if (result.state() == RowState.DONE) {
        cells.put(columns.get(model), result.answer().replace("\0", ""));
      }
    }
    boolean same = results.result(number).row().hash().equals(now.hash());
    counts[!same ? 1 : cells.isEmpty() ? 2 : 0]++;
    return same ? cells : Map.of();
  }

  /// Writes a text and a JSON file for each row that was asked about, into a folder that is made for them.
  ///
  /// @return how many rows
  public int files(Path folder) throws StoreException {
    try {
      Files.createDirectory(folder, OwnerOnly.forNewFolder());
    } catch (IOException e) {
      throw Files.exists(folder)
          ? new StoreException(new StoreFailure.BadName(folder + " is there already. Choose another name."))
          : Failures.writing(e, folder);
    }
    AtomicFile files = new AtomicFile(FileOps.DISK);
    int count = 0;
    for (int job = 0; job < plan.jobs(); job++) {
      RowResult result = results.result(job);
      if (result.state() == RowState.DONE || result.state() == RowState.FAILED) {
        String name = "row-" + result.index() + (plan.models().size() > 1 ? "-" + result.model() : "")
            + (result.index() < 0 ? "-" + job : "");
        write(files, folder, name, ".txt", result.answer().isEmpty() ? result.error() : result.answer());
        write(files, folder, name, ".json", json(result));
        count++;
      }
    }
    return count;
  }

  private static void write(AtomicFile files, Path folder, String name, String ending, String text)
      throws StoreException {
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    files.create(folder.resolve(SafeName.of(name, ending)), out -> out.write(bytes));
  }

  private String json(RowResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", plan.id());
    fields.put("list", plan.list());
    fields.put("index", result.index());
    fields.put("id", result.row().id());
    fields.put("model", result.model());
    fields.put("template", plan.template().text());
    fields.put("prompt", result.row().prompt());
    fields.put("system", plan.settings().system());
    plan.settings().values().forEach(
        (parameter, value) -> fields.put("set." + parameter.wireName(), parameter.text(value)));
    fields.put("state", result.state().title());
    fields.put("answer", result.answer());
    fields.put("error", result.error());
    fields.put("duration_ms", result.millis());
    fields.put("prompt_tokens", result.promptTokens());
    fields.put("tokens", result.tokens());
    fields.put("attempt", result.attempt());
    result.at().ifPresent(at -> fields.put("at", at.toString()));
    return FlatJson.line(fields);
  }
}
