package dev.chatstream.run;

import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What became of each row so far, as the journal tells it: a byte for its state and the place of the record that says
/// so. Whoever runs the list and whoever only looks on keep one. Thread-safe.
public final class RunBoard {

  private static final RowState[] STATES = RowState.values();
  private static final int RECENT = 200;

  private final byte[] states;
  private final byte[] attempts;
  private final long[] places;
  private final int[] counts = new int[STATES.length];
  private final Deque<Long> recent = new ArrayDeque<>();
  private long tokens;
  private long millis;
  private RunRecord.Noted last;

  /// Nothing was begun.
  public RunBoard(RunPlan plan) {
    states = new byte[plan.jobs()];
    attempts = new byte[plan.jobs()];
    places = new long[plan.jobs()];
    counts[RowState.WAITING.ordinal()] = plan.jobs();
  }

  /// Takes a record that is on the disk.
  ///
  /// @param place where it stands
  public synchronized void apply(RunRecord record, long place) {
    switch (record) {
      case RunRecord.Noted noted -> last = noted;
      case RunRecord.OfJob odd when odd.job() < 0 || odd.job() >= states.length -> {
        // Of no row of this plan; whoever wrote it was no program of ours.
      }
      case RunRecord.Began began -> {
        attempts[began.job()] = (byte) Math.min(began.attempt(), Byte.MAX_VALUE);
        set(began.job(), RowState.RUNNING, place);
      }
      case RunRecord.Came came -> {
        // A part of an answer changes nothing about its row.
      }
      case RunRecord.Done done -> {
        if (state(done.job()) != RowState.DONE) {
          tokens += Math.max(0, done.tokens());
          millis += done.millis();
          remember(done.millis());
        }
        set(done.job(), RowState.DONE, place);
      }
      case RunRecord.Failed failed -> set(failed.job(), failed.last() ? RowState.FAILED : RowState.WAITING, place);
      case RunRecord.Skipped skipped -> set(skipped.job(), RowState.SKIPPED, place);
      case RunRecord.Again again -> set(again.job(), RowState.WAITING, place);
    }
  }

  private void set(int job, RowState state, long place) {
    if (state(job) == RowState.DONE) {
      return; // Nothing takes an answer away that is on the disk.
    }
    counts[states[job]]--;
    states[job] = (byte) state.ordinal();
    counts[states[job]]++;
    places[job] = place;
  }

  private void remember(long duration) {
    recent.addLast(duration);
    if (recent.size() > RECENT) {
      recent.removeFirst();
    }
  }

  /// Nobody runs it: what was begun and not ended was cut.
  ///
  /// @return those rows, as numbers of answers
  public synchronized List<Integer> cut() {
    List<Integer> cut = new ArrayList<>();
    for (int job = 0; job < states.length; job++) {
      if (state(job) == RowState.RUNNING) {
        set(job, RowState.CUT, places[job]);
        cut.add(job);
      }
    }
    return cut;
  }

  /// How many answers there are to be.
  public int size() {
    return states.length;
  }

  /// The state of one.
  public synchronized RowState state(int job) {
    return STATES[states[job]];
  }

  /// Which attempt began last; 0 when none did.
  public synchronized int attempt(int job) {
    return attempts[job];
  }

  /// Where the record stands that gave it its state; only for one that was begun or left out.
  public synchronized long place(int job) {
    return places[job];
  }

  /// How many are in this state.
  public synchronized int count(RowState state) {
    return counts[state.ordinal()];
  }

  /// How many still have to be done.
  public synchronized int open() {
    return counts[RowState.WAITING.ordinal()] + counts[RowState.CUT.ordinal()] + counts[RowState.RUNNING.ordinal()];
  }

  /// Tokens of all answers.
  public synchronized long tokens() {
    return tokens;
  }

  /// Milliseconds of all answers.
  public synchronized long millis() {
    return millis;
  }

  /// Milliseconds of the last answers, oldest first.
  public synchronized List<Long> recent() {
    return List.copyOf(recent);
  }

  /// What was noted last about the run as a whole; null for nothing.
  public synchronized RunRecord.Noted last() {
    return last;
  }

  /// The next row from this one on that still has to be done and that nobody does; -1 for none.
  synchronized int nextOpen(int from, int to) {
    for (int job = from; job < to; job++) {
      if (state(job).open()) {
        return job;
      }
    }
    return -1;
  }
}
