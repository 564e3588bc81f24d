package dev.chatstream.cli;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.run.RowResult;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.run.RunResults;
import dev.chatstream.run.RunStatistics;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.AtomicFile;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import dev.chatstream.ui.export.RunDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a run took, and two runs side by side.
final class RunReports {

  private RunReports() {}

  /// @param file to write to, HTML where its name ends so; null for standard output
  static void report(RunFolder run, Path file, Output out) throws StoreException {
    try (RunResults results = RunResults.of(run)) {
      RunDocument document = new RunDocument(RunStatistics.of(results));
      if (file == null) {
        out.text(document.markdown());
        return;
      }
      boolean html = file.toString().toLowerCase(Locale.ROOT).endsWith(".html");
      byte[] bytes = (html ? document.html() : document.markdown()).getBytes(StandardCharsets.UTF_8);
      if (!new AtomicFile(FileOps.DISK).create(file.toAbsolutePath(), to -> to.write(bytes))) {
        throw new StoreException(new StoreFailure.BadName(file + " is there already. Choose another name."));
      }
    }
  }

  /// Prints for each row what was answered here and there.
  ///
  /// @param other the name of another run; empty for the models of this one
  static void compare(RunStore runs, RunFolder run, String other, Output out) throws StoreException {
    try (RunResults here = RunResults.of(run)) {
      if (other.isEmpty()) {
        models(here, out);
        return;
      }
      try (RunResults there = RunResults.of(runs.find(other))) {
        runs(here, there, out);
      }
    }
  }

  private static void models(RunResults results, Output out) throws StoreException {
    RunPlan plan = results.plan();
    if (plan.models().size() < 2) {
      throw new Failed(ExitCode.USAGE, "Run " + plan.id() + " has one model. Name another run to compare it with.");
    }
    for (int row = 0; row < plan.rows(); row++) {
      Map<String, Object> line = begin(results.result(row));
      String first = results.result(row).answer();
      boolean same = true;
      for (int model = 0; model < plan.models().size(); model++) {
        RowResult result = results.result(model * plan.rows() + row);
        line.put(result.model(), result.answer());
        same &= result.answer().equals(first);
      }
      line.put("same", same ? "yes" : "no");
      out.line(JsonLine.of(line));
    }
  }

  private static void runs(RunResults here, RunResults there, Output out) throws StoreException {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < there.plan().rows(); row++) {
      rows.put(key(there.result(row)), row);
    }
    for (int row = 0; row < here.plan().rows(); row++) {
      RowResult result = here.result(row);
      Integer match = rows.get(key(result));
      String answer = match == null ? "" : there.result(match).answer();
      Map<String, Object> line = begin(result);
      line.put(here.plan().id(), result.answer());
      line.put(there.plan().id(), answer);
      line.put("same", match == null ? "missing" : answer.equals(result.answer()) ? "yes" : "no");
      out.line(JsonLine.of(line));
    }
  }

  private static Map<String, Object> begin(RowResult result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("index", result.index());
    line.put("id", result.row().id());
    return line;
  }

  private static String key(RowResult result) {
    return result.row().id().isEmpty() ? "#" + result.index() : result.row().id();
  }
}
