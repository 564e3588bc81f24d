package dev.chatstream.run;

import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.JournalFiles;
import dev.chatstream.store.run.RunFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Looks on while another process runs a list, through the run's files alone. One thread.
public final class RunFollower {

  private final RunFolder folder;
  private final RunPlan plan;
  private final RunBoard board;
  private final JournalFiles journal;
  private final TokenPace pace = new TokenPace();
  private Instant began = Instant.now();
  private int endedBefore;

  public RunFollower(RunFolder folder) {
    this.folder = folder;
    this.plan = folder.plan();
    this.board = new RunBoard(plan);
    this.journal = folder.journal();
  }

  /// What became of each row, as of the last look.
  public RunBoard board() {
    return board;
  }

  /// Reads what has come since the last look.
  ///
  /// @param ended is told each row whose end is new
  public RunProgress look(IntConsumer ended) throws StoreException {
    boolean runs = folder.isRun();
    journal.read((record, place) -> {
      board.apply(record, place);
      switch (record) {
        case RunRecord.Noted noted when noted.kind() == RunRecord.Noted.Kind.STARTED -> {
          began = noted.at();
          board.cut();
          endedBefore = plan.jobs() - board.open();
        }
        case RunRecord.Done done -> ended.accept(done.job());
        case RunRecord.Skipped skipped -> ended.accept(skipped.job());
        case RunRecord.Failed failed when failed.last() -> ended.accept(failed.job());
        default -> {
          // Says nothing about the end of a row.
        }
      }
    });
    if (!runs) {
      board.cut();
    }
    return progress(runs);
  }

  private RunProgress progress(boolean runs) {
    RunRecord.Noted last = board.last();
    boolean paused = last != null && last.kind() == RunRecord.Noted.Kind.PAUSED;
    RunPhase phase = board.open() == 0
        ? RunPhase.FINISHED
        : !runs ? RunPhase.STOPPED : paused ? RunPhase.PAUSED : RunPhase.RUNNING;
    String words = phase == RunPhase.PAUSED || phase == RunPhase.STOPPED && last != null ? last.words() : "";
    Duration elapsed = Duration.between(began, Instant.now());
    int endedNow = plan.jobs() - board.open() - endedBefore;
    Optional<Duration> left = endedNow < 5
        ? Optional.empty()
        : Optional.of(elapsed.multipliedBy(board.open()).dividedBy(endedNow));
    return new RunProgress(phase, words, plan.jobs(), board.count(RowState.DONE), board.count(RowState.FAILED),
        board.count(RowState.SKIPPED), board.count(RowState.RUNNING), plan.parallel(), board.tokens(),
        pace.at(System.nanoTime(), board.tokens()), elapsed, left, board.recent());
  }
}
