package dev.chatstream.run;

import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.model.ModelException;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.FrozenRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;

/// Does one row after the other, on a virtual thread, and gives what became of each to the journal.
final class Worker implements Runnable {

  private static final String EMPTY = "empty";

  /// Hears what concerns the run as a whole.
  interface Listener {
    /// A row failed as often as it is tried, or its failure concerns all.
    void failed(String kind, String sentence, boolean hopeless);

    /// A row was answered.
    void wentWell();

    /// The worker can't go on.
    void broke(Throwable why);
  }

  private final Scheduler scheduler;
  private final FrozenRows rows;
  private final RowWork work;
  private final Committer committer;
  private final RunPace pace;
  private final InstantSource clock;
  private final Duration stall;
  private final int rowsOfPlan;
  private final Listener listener;

  Worker(Scheduler scheduler, FrozenRows rows, RowWork work, Committer committer, RunPace pace, InstantSource clock,
      Duration stall, Listener listener) {
    this.scheduler = scheduler;
    this.rows = rows;
    this.work = work;
    this.committer = committer;
    this.pace = pace;
    this.clock = clock;
    this.stall = stall;
    this.rowsOfPlan = rows.count();
    this.listener = listener;
  }

  @Override
  public void run() {
    try {
      for (Optional<Ticket> next = scheduler.take(); next.isPresent(); next = scheduler.take()) {
        one(next.get());
      }
    } catch (InterruptedException | RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "a worker of the run ended unforeseen");
      listener.broke(unforeseen);
    }
  }

  private void one(Ticket ticket) {
    boolean handled = false;
    try {
      FrozenRow row = rows.row(ticket.job() % rowsOfPlan);
      if (row.skip().isEmpty()) {
        ask(ticket, row);
      } else {
        end(ticket, new RunRecord.Skipped(ticket.job(), row.skip(), now()));
      }
      handled = true;
    } catch (StoreException refused) {
      ticket.settle();
      scheduler.ended(ticket);
      handled = true;
      listener.broke(refused);
    } finally {
      if (!handled) {
        ticket.settle();
        scheduler.ended(ticket);
      }
    }
  }

  private void ask(Ticket ticket, FrozenRow row) throws StoreException {
    try {
      Metrics metrics = work.ask(ticket, row);
      ticket.settle();
      if (ticket.answer().isBlank()) {
        failed(ticket, EMPTY, "The model answered nothing.", Verdict.AGAIN);
      } else {
        answered(ticket, metrics);
      }
    } catch (InterruptedException stopped) {
      brokenOff(ticket, new ModelError.Cancelled());
    } catch (ModelException failed) {
      brokenOff(ticket, failed.error());
    }
  }

  private void answered(Ticket ticket, Metrics metrics) {
    scheduler.change(ticket.lane()::wentWell);
    listener.wentWell();
    end(ticket, new RunRecord.Done(ticket.job(), ticket.attempt(), ticket.answer(), ticket.millis(),
        metrics.promptTokens(), metrics.tokens(), now()));
  }

  private void brokenOff(Ticket ticket, ModelError error) {
    switch (ticket.settle()) {
      // What came of it is in the journal; the next sitting says that it does the row once more.
      case STOP -> scheduler.ended(ticket);
      case SKIP -> end(ticket, new RunRecord.Skipped(ticket.job(), "It was skipped by hand.", now()));
      case STALL -> {
        long seconds = (ticket.heard() ? stall : stall.multipliedBy(Runner.BEFORE_FIRST)).toSeconds();
        failed(ticket, "timeout", new ModelError.Timeout(ticket.lane().name(), seconds).happened(), Verdict.AGAIN);
      }
      case null -> failed(ticket, error.getClass().getSimpleName(), error.happened(), Verdict.of(error));
    }
  }

  private void failed(Ticket ticket, String kind, String sentence, Verdict verdict) {
    Logger.warn("row {}, attempt {}: {}", ticket.job() % rowsOfPlan + 1, ticket.attempt(), sentence);
    switch (verdict) {
      case BUSY -> {
        scheduler.change(() -> ticket.lane().busy(sentence, System.nanoTime()));
        scheduler.again(ticket, ticket.attempt(), 0);
      }
      case GONE -> {
        scheduler.change(() -> ticket.lane().lost(sentence, System.nanoTime()));
        scheduler.again(ticket, ticket.attempt(), 0);
      }
      case HOPELESS -> {
        listener.failed(kind, sentence, true);
        scheduler.again(ticket, ticket.attempt(), 0);
      }
      case AGAIN, NEVER -> {
        boolean last = verdict == Verdict.NEVER || ticket.attempt() >= pace.attempts();
        committer.give(new RunRecord.Failed(
            ticket.job(), ticket.attempt(), sentence, kind, last, ticket.millis(), now()));
        if (last) {
          listener.failed(kind, sentence, false);
          scheduler.ended(ticket);
        } else {
          scheduler.again(ticket, ticket.attempt() + 1, backOff(ticket.attempt()).toNanos());
        }
      }
    }
  }

  private Duration backOff(int attempt) {
    List<Duration> all = pace.backOff();
    return all.get(Math.min(attempt, all.size()) - 1);
  }

  private void end(Ticket ticket, RunRecord record) {
    ticket.settle();
    committer.give(record);
    scheduler.ended(ticket);
  }

  private Instant now() {
    return clock.instant();
  }
}
