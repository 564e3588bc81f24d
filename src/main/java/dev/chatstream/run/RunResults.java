package dev.chatstream.run;

import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RowResult;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.FrozenRows;
import dev.chatstream.store.run.RunFolder;
import java.util.Optional;

/// What became of each row: read from the disk as it is asked for, so that memory stays as it is. Close it.
public final class RunResults implements AutoCloseable {

  private final RunFolder folder;
  private final RunPlan plan;
  private final FrozenRows rows;
  private final RunBoard board;

  /// @param board of this run; it may go on
  public RunResults(RunFolder folder, RunBoard board) throws StoreException {
    this.folder = folder;
    this.plan = folder.plan();
    this.rows = folder.rows();
    this.board = board;
  }

  /// The results as they are on the disk now.
  public static RunResults of(RunFolder folder) throws StoreException {
    RunBoard board = new RunBoard(folder.plan());
    folder.journal().read(board::apply);
    return new RunResults(folder, board);
  }

  /// What is to be done.
  public RunPlan plan() {
    return plan;
  }

  /// How far it is.
  public RunBoard board() {
    return board;
  }

  /// What became of one.
  ///
  /// @param job the number of the answer
  public RowResult result(int job) throws StoreException {
    FrozenRow row = rows.row(plan.row(job));
    RowState state = board.state(job);
    RunRecord record = state == RowState.WAITING && board.attempt(job) == 0
        ? null
        : folder.record(board.place(job));
    return switch (record) {
      case RunRecord.Done done -> new RowResult(job, row, plan.model(job), state, done.answer(), "", done.millis(),
          done.promptTokens(), done.tokens(), done.attempt(), Optional.of(done.at()));
      case RunRecord.Failed failed -> ended(job, row, state, failed.error(), failed.millis(), failed.attempt());
      case RunRecord.Skipped skipped -> ended(job, row, state, skipped.why(), -1, 0);
      case null, default -> ended(job, row, state, "", -1, board.attempt(job));
    };
  }

  private RowResult ended(int job, FrozenRow row, RowState state, String error, long millis, int attempt) {
    return new RowResult(
        job, row, plan.model(job), state, "", error, millis, -1, -1, attempt, Optional.empty());
  }

  @Override
  public void close() throws StoreException {
    rows.close();
  }
}
