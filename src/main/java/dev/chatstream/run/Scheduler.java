package dev.chatstream.run;

import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/// Says which row is next and who answers it. Rows of one model run together; a model is changed only when no row of
/// the one before is under way or waits to be tried again. Thread-safe.
final class Scheduler {

  private record Later(int job, int attempt, long at) {}

  private final RunPlan plan;
  private final RunBoard board;
  private final List<Lane> lanes;
  private final Map<Integer, Ticket> running = new LinkedHashMap<>();
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparingLong(Later::at));
  /// Under way, or ended and not on the disk yet: the board doesn't know of them.
  private final BitSet taken = new BitSet();
  private int cursor;
  private int model = -1;
  private int parallel;
  private boolean paused;
  private boolean draining;
  private boolean stopping;

  Scheduler(RunPlan plan, RunBoard board, List<Lane> lanes) {
    this.plan = plan;
    this.board = board;
    this.lanes = lanes;
    this.parallel = plan.parallel();
  }

  /// The next row, with who answers it; blocks until there is one. Empty when there is none any more, or the run is to
  /// end.
  synchronized Optional<Ticket> take() throws InterruptedException {
    while (!stopping && !draining && !isDone()) {
      long now = System.nanoTime();
      if (!paused && running.size() < parallel) {
        Optional<Ticket> ticket = next(now);
        if (ticket.isPresent()) {
          return ticket;
        }
      }
      wait(rest(now));
    }
    notifyAll();
    return Optional.empty();
  }

  private Optional<Ticket> next(long now) {
    Later due = later.peek();
    boolean again = due != null && now - due.at() >= 0;
    int job = again ? due.job() : fresh();
    if (job < 0 || !mayRun(job, again)) {
      return Optional.empty();
    }
    Lane best = null;
    for (Lane lane : lanes) {
      if (lane.takes(plan.model(job), now) && (best == null || lane.running() < best.running())) {
        best = lane;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    int attempt = again ? later.remove().attempt() : 1;
    model = job / plan.rows();
    taken.set(job);
    Ticket ticket = new Ticket(job, attempt, best, best.begin());
    running.put(job, ticket);
    return Optional.of(ticket);
  }

  /// A row of another model waits until all of this one have ended, those to be tried again among them.
  private boolean mayRun(int job, boolean again) {
    int wanted = job / plan.rows();
    if (wanted == model) {
      return true;
    }
    boolean left = !again && later.stream().anyMatch(one -> one.job() / plan.rows() == model);
    return running.isEmpty() && !left;
  }

  /// The next row that nobody has begun in this sitting; -1 for none.
  private int fresh() {
    int job = board.nextOpen(cursor, plan.jobs());
    while (job >= 0 && taken.get(job)) {
      job = board.nextOpen(job + 1, plan.jobs());
    }
    cursor = job < 0 ? plan.jobs() : job;
    return job;
  }

  /// Milliseconds until something may have changed by itself; 0 for never.
  private long rest(long now) {
    long wait = Long.MAX_VALUE;
    if (!paused && running.size() < parallel) {
      if (!later.isEmpty() && later.peek().at() > now) {
        wait = later.peek().at() - now;
      }
      for (Lane lane : lanes) {
        long rest = lane.isGone() ? 0 : lane.rest(now);
        wait = rest > 0 ? Math.min(wait, rest) : wait;
      }
    }
    return wait == Long.MAX_VALUE ? 0 : wait / 1_000_000 + 1;
  }

  private boolean isDone() {
    return running.isEmpty() && later.isEmpty() && fresh() < 0;
  }

  /// The row has ended, one way or the other; what became of it was given to the journal.
  synchronized void ended(Ticket ticket) {
    release(ticket);
  }

  /// The row is done once more later.
  ///
  /// @param attempt the number of that attempt
  /// @param nanos how much later
  synchronized void again(Ticket ticket, int attempt, long nanos) {
    release(ticket);
    later.add(new Later(ticket.job(), attempt, System.nanoTime() + nanos));
  }

  private void release(Ticket ticket) {
    running.remove(ticket.job());
    ticket.lane().end(ticket.server());
    notifyAll();
  }

  /// A row that had ended is to be done once more.
  synchronized void again(int job) {
    later.add(new Later(job, 1, System.nanoTime()));
    notifyAll();
  }

  /// Takes a row out that nobody has begun.
  ///
  /// @return false when somebody has
  synchronized boolean leaveOut(int job) {
    if (running.containsKey(job) || !board.state(job).open() && board.state(job) != RowState.FAILED) {
      return false;
    }
    taken.set(job);
    later.removeIf(one -> one.job() == job);
    notifyAll();
    return true;
  }

  /// Changes something about a server.
  synchronized void change(Runnable change) {
    change.run();
    notifyAll();
  }

  synchronized void setParallel(int count) {
    parallel = Math.clamp(count, 1, RunPlan.MOST_PARALLEL);
    notifyAll();
  }

  synchronized int parallel() {
    return parallel;
  }

  synchronized void setPaused(boolean pause) {
    paused = pause;
    notifyAll();
  }

  synchronized boolean paused() {
    return paused;
  }

  /// Begins nothing more; what is under way ends.
  synchronized void drain() {
    draining = true;
    notifyAll();
  }

  /// Begins nothing more and breaks off what is under way.
  synchronized void stop() {
    stopping = true;
    running.values().forEach(ticket -> ticket.interrupt(Ticket.Why.STOP));
    notifyAll();
  }

  synchronized boolean stopping() {
    return stopping || draining;
  }

  /// What is under way.
  synchronized List<Ticket> running() {
    return new ArrayList<>(running.values());
  }

  /// Breaks off what fulfils a condition.
  synchronized void interrupt(Predicate<Ticket> which, Ticket.Why why) {
    running.values().stream().filter(which).forEach(ticket -> ticket.interrupt(why));
  }

  /// Servers that get nothing just now, in words; empty when one gets something.
  synchronized String heldUp() {
    long now = System.nanoTime();
    List<String> words = new ArrayList<>();
    for (Lane lane : lanes) {
      String why = lane.words(now);
      if (why.isEmpty()) {
        return "";
      }
      long seconds = lane.rest(now) / 1_000_000_000 + 1;
      words.add(why + (lane.isGone() ? " Looked at again in " : " Left alone for ") + seconds + " s.");
    }
    return String.join(" ", words);
  }
}
