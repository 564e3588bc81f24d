package dev.chatstream.app;

import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RowResult;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunRow;
import dev.chatstream.core.run.RunView;
import dev.chatstream.run.RunBoard;
import dev.chatstream.run.RunResults;
import dev.chatstream.run.Runner;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tinylog.Logger;

/// What a window shows of a run: some rows of it, made anew with each look. Close it. One thread at a time.
final class RunSight implements AutoCloseable {

  private static final int ROWS = 80;
  private static final int LONGEST = 200;

  private final RunPlan plan;
  private final RunResults results;

  /// @param board of the run, whoever keeps it
  RunSight(RunFolder folder, RunBoard board) throws StoreException {
    this.plan = folder.plan();
    this.results = new RunResults(folder, board);
  }

  /// The view from this row on.
  ///
  /// @param underway what has come of a row that this program is at
  RunView view(int first, RunProgress progress, boolean ours, IntFunction<Optional<Runner.Underway>> underway) {
    List<RunRow> rows = new ArrayList<>();
    int from = Math.clamp(first, 0, Math.max(0, plan.jobs() - 1));
    for (int job = from; job < Math.min(plan.jobs(), from + ROWS); job++) {
      rows.add(row(job, underway.apply(job)));
    }
    return new RunView(plan, progress, ours, from, rows, lead());
  }

  private int lead() {
    RunBoard board = results.board();
    for (int job = 0; job < plan.jobs(); job++) {
      RowState state = board.state(job);
      if (state == RowState.RUNNING || state.open()) {
        return job;
      }
    }
    return Math.max(0, plan.jobs() - 1);
  }

  private RunRow row(int job, Optional<Runner.Underway> underway) {
    try {
      RowResult result = results.result(job);
      String task = beginning(result.row().prompt());
      if (underway.isPresent()) {
        return new RunRow(job, result.index(), RowState.RUNNING, underway.get().millis(), underway.get().tokens(), task,
            end(underway.get().answer()));
      }
      String words = result.answer().isEmpty() ? result.error() : result.answer();
      return new RunRow(job, result.index(), result.state(), result.millis(), result.tokens(), task, beginning(words));
    } catch (StoreException unreadable) {
      Logger.warn(unreadable.failure().sentence());
      return new RunRow(job, -1, RowState.FAILED, -1, -1, "", unreadable.failure().sentence());
    }
  }

  private static String beginning(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return cut.strip().replace('\n', ' ');
  }

  private static String end(String text) {
    String cut = text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text;
    return cut.replace('\n', ' ');
  }

  /// A row whole, as a text.
  String text(int job) throws StoreException {
    RowResult result = results.result(job);
    FrozenRow row = result.row();
    StringBuilder text = new StringBuilder();
    text.append("Row ").append(row.index()).append(", ").append(result.model()).append(", ")
        .append(result.state().title());
    if (result.attempt() > 1) {
      text.append(", attempt ").append(result.attempt());
    }
    if (result.millis() >= 0) {
      text.append(", ").append(result.millis()).append(" ms");
    }
    if (result.tokens() >= 0) {
      text.append(", ").append(result.tokens()).append(" tokens");
    }
    text.append("\n\n").append(row.prompt()).append("\n\n");
    return text.append(result.error().isEmpty() ? result.answer() : result.error()).append('\n').toString();
  }

  @Override
  public void close() throws StoreException {
    results.close();
  }
}
