package dev.chatstream.run;

import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunRecord;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.LockFile;
import dev.chatstream.store.run.FrozenRows;
import dev.chatstream.store.run.JournalFiles;
import dev.chatstream.store.run.RunFolder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One sitting of a run: from where the journal ends to the last row, or to where somebody stops it. [#run] blocks; all
/// else may be called from any thread meanwhile.
public final class Runner {

  /// Before the first word of an answer a model may have to be loaded: so much more silence is borne.
  static final int BEFORE_FIRST = 5;

  private final RunFolder folder;
  private final RunPlan plan;
  private final RunPace pace;
  private final InstantSource clock;
  private final RunListener listener;
  private final RunBoard board;
  private final List<Lane> lanes;
  private final Scheduler scheduler;
  private final RunTrouble trouble;
  private final long begun = System.nanoTime();
  private final TokenPace tokenPace = new TokenPace();
  private volatile Committer committer;
  private volatile RunProgress last;
  private int endedBefore;
  private long tokensBefore;

  /// @param hosts who answers; at least one
  /// @param clock for the times that are written
  public Runner(RunFolder folder, List<RunHost> hosts, RunPace pace, InstantSource clock, RunListener listener) {
    this.folder = folder;
    this.plan = folder.plan();
    this.pace = pace;
    this.clock = clock;
    this.listener = listener;
    this.board = new RunBoard(plan);
    this.lanes = hosts.stream().map(host -> new Lane(host, pace)).toList();
    this.scheduler = new Scheduler(plan, board, lanes);
    this.trouble = new RunTrouble(pace, this::pauseFor);
    this.last = progress();
  }

  /// Runs it to its end.
  ///
  /// @param owner who runs it, in words
  /// @param retryFailed whether rows that failed are done once more
  /// @return how it ended: finished, stopped or, where nobody goes on with it, paused
  /// @throws RunRefused when another process runs it, or no server can
  /// @throws StoreException when the journal can't be read or written
  public RunPhase run(String owner, boolean retryFailed) throws RunRefused, StoreException, InterruptedException {
    try (LockFile held = lock(); FrozenRows rows = folder.rows()) {
      takeUp();
      HostCheck.look(lanes, plan.models());
      folder.takeWish();
      folder.setOwner(owner);
      committer = new Committer(folder.write(), new OnDisk(), pace.longest().dividedBy(6));
      committer.start();
      try {
        note(RunRecord.Noted.Kind.STARTED, owner);
        if (retryFailed) {
          retryFailed();
        }
        work(rows);
        return ended();
      } finally {
        committer.close();
      }
    }
  }

  private LockFile lock() throws RunRefused, StoreException {
    try {
      return folder.lock();
    } catch (StoreException refused) {
      if (refused.failure() instanceof StoreFailure.Busy) {
        throw new RunRefused(RunRefused.Kind.BUSY,
            "Run " + plan.id() + " is under way: " + folder.owner() + ".");
      }
      throw refused;
    }
  }

  /// Reads what earlier sittings did.
  private void takeUp() throws StoreException {
    JournalFiles journal = folder.journal();
    journal.read(board::apply);
    List<Integer> cut = board.cut();
    endedBefore = plan.jobs() - board.open();
    tokensBefore = board.tokens();
    if (!cut.isEmpty()) {
      listener.told(repeated(cut));
    }
    if (journal.damaged() > 0) {
      listener.told(journal.damaged() + " records of the journal are damaged and count for nothing;"
          + " rows that they were about are done again.");
    }
  }

  private String repeated(List<Integer> cut) throws StoreException {
    List<String> names = new ArrayList<>();
    try (FrozenRows rows = folder.rows()) {
      for (int job : cut.subList(0, Math.min(cut.size(), 10))) {
        names.add("#" + rows.row(plan.row(job)).index());
      }
    }
    String more = cut.size() > names.size() ? " and " + (cut.size() - names.size()) + " more" : "";
    return (cut.size() == 1 ? "One row was" : cut.size() + " rows were")
        + " begun and not ended the last time; the model is asked once more: " + String.join(", ", names) + more + ".";
  }

  private void work(FrozenRows rows) throws StoreException, InterruptedException {
    RowWork work = new RowWork(plan, committer, pace, clock);
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < RunPlan.MOST_PARALLEL; i++) {
      Worker worker = new Worker(
          scheduler, rows, work, committer, pace, clock, plan.limits().stall(), trouble);
      workers.add(Thread.ofVirtual().name("run-" + i).start(worker));
    }
    Supervision supervision = new Supervision(this, folder, scheduler, lanes, plan, pace);
    try {
      while (workers.stream().anyMatch(Thread::isAlive)) {
        supervision.look();
        publish();
        awaitTick(workers);
      }
    } finally {
      scheduler.stop();
      for (Thread worker : workers) {
        worker.join();
      }
      publish();
    }
    Optional<StoreException> broken = trouble.broken();
    if (broken.isPresent()) {
      throw broken.get();
    }
  }

  /// A tick, or less when the last worker ends.
  private void awaitTick(List<Thread> workers) throws InterruptedException {
    long until = System.nanoTime() + pace.tick().toNanos();
    for (Thread worker : workers) {
      long left = until - System.nanoTime();
      if (left <= 0 || !worker.join(Duration.ofNanos(left))) {
        return;
      }
    }
  }

  private RunPhase ended() throws StoreException, InterruptedException {
    committer.await(committer.give(new RunRecord.Noted(
        board.open() == 0 ? RunRecord.Noted.Kind.FINISHED : RunRecord.Noted.Kind.STOPPED, trouble.words(),
        clock.instant())));
    RunPhase phase = board.open() == 0 ? RunPhase.FINISHED : RunPhase.STOPPED;
    last = progress();
    listener.progress(last);
    return phase;
  }

  private void note(RunRecord.Noted.Kind kind, String words) {
    committer.give(new RunRecord.Noted(kind, words, clock.instant()));
  }

  /// The board hears what is on the disk, and nothing else.
  private final class OnDisk implements Committer.Listener {
    @Override
    public void onDisk(RunRecord record, long place) {
      board.apply(record, place);
      long most = plan.limits().tokens();
      if (record instanceof RunRecord.Done && most > 0 && board.tokens() >= most && !scheduler.stopping()) {
        drain("The limit of " + most + " tokens is reached.");
      }
      boolean ended = record instanceof RunRecord.Done || record instanceof RunRecord.Skipped
          || record instanceof RunRecord.Failed failed && failed.last();
      if (ended) {
        listener.ended(((RunRecord.OfJob) record).job());
      }
    }

    @Override
    public void refused(StoreException why) {
      trouble.setDisk(why.failure().sentence());
      scheduler.setPaused(true);
      listener.told("Held up: " + why.failure().sentence() + " What was answered is kept in memory; the run goes on by"
          + " itself when the disk takes it.");
    }

    @Override
    public void takesAgain() {
      trouble.setDisk("");
      scheduler.setPaused(trouble.paused());
      listener.told("The disk takes the journal again; the run goes on.");
    }
  }

  private void pauseFor(String words) {
    scheduler.setPaused(true);
    note(RunRecord.Noted.Kind.PAUSED, words);
    listener.told(words);
    listener.paused();
  }

  /// Begins nothing more until somebody says that it goes on.
  public void pause() {
    trouble.pauseByHand();
    scheduler.setPaused(true);
    note(RunRecord.Noted.Kind.PAUSED, "Paused by hand.");
  }

  /// Goes on.
  public void goOn() {
    if (trouble.goOn()) {
      note(RunRecord.Noted.Kind.WENT_ON, "");
      scheduler.setPaused(false);
    }
  }

  /// Ends it: what is under way is broken off, and done once more when it is resumed.
  ///
  /// @param why as a sentence
  public void stop(String why) {
    trouble.setWords(why);
    scheduler.stop();
  }

  /// Ends it when what is under way has ended.
  public void drain(String why) {
    trouble.setWords(why);
    scheduler.drain();
  }

  /// Leaves a row out: one that is under way is broken off.
  public void skip(int job) {
    if (scheduler.leaveOut(job)) {
      committer.give(new RunRecord.Skipped(job, "It was skipped by hand.", clock.instant()));
    } else {
      scheduler.interrupt(ticket -> ticket.job() == job, Ticket.Why.SKIP);
    }
  }

  /// Does a row once more that failed or was left out.
  public void retry(int job) {
    RowState state = board.state(job);
    if (state == RowState.FAILED || state == RowState.SKIPPED) {
      committer.give(new RunRecord.Again(job, clock.instant()));
      scheduler.again(job);
    }
  }

  /// Does all rows once more that failed.
  public void retryFailed() {
    for (int job = 0; job < board.size(); job++) {
      if (board.state(job) == RowState.FAILED) {
        retry(job);
      }
    }
  }

  /// So many rows at once from now on, 1 to 8.
  public void setParallel(int count) {
    scheduler.setParallel(count);
  }

  /// What became of each row.
  public RunBoard board() {
    return board;
  }

  /// What has come of a row that is under way; empty when it isn't.
  public Optional<Underway> underway(int job) {
    return scheduler.running().stream().filter(ticket -> ticket.job() == job).findFirst()
        .map(ticket -> new Underway(ticket.answer(), ticket.pieces(), ticket.millis()));
  }

  /// A row that is under way.
  ///
  /// @param answer as far as it came
  /// @param tokens about as many as came
  public record Underway(String answer, int tokens, long millis) {}

  /// How far it is, as of the last tick.
  public RunProgress last() {
    return last;
  }

  /// Why it pauses or ended before its last row, as a sentence; empty when it did not.
  public String reason() {
    return trouble.words();
  }

  private void publish() {
    last = progress();
    listener.progress(last);
  }

  private RunProgress progress() {
    List<Ticket> running = scheduler.running();
    long pieces = board.tokens() - tokensBefore + running.stream().mapToLong(Ticket::pieces).sum();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
    int ended = plan.jobs() - board.open();
    String words = trouble.held().orElseGet(scheduler::heldUp);
    return new RunProgress(
        phase(words), words, plan.jobs(), board.count(RowState.DONE), board.count(RowState.FAILED),
        board.count(RowState.SKIPPED), running.size(), scheduler.parallel(), board.tokens(),
        tokenPace.at(System.nanoTime(), pieces), elapsed, left(ended - endedBefore, elapsed), board.recent());
  }

  private RunPhase phase(String words) {
    if (scheduler.stopping()) {
      return board.open() == 0 ? RunPhase.FINISHED : RunPhase.STOPPING;
    }
    if (trouble.paused()) {
      return RunPhase.PAUSED;
    }
    if (board.open() == 0) {
      return RunPhase.FINISHED;
    }
    return words.isEmpty() ? RunPhase.RUNNING : RunPhase.HELD_UP;
  }

  /// A guess by what this sitting has done so far, from the fifth row on.
  private Optional<Duration> left(int endedNow, Duration elapsed) {
    return endedNow < 5
        ? Optional.empty()
        : Optional.of(elapsed.multipliedBy(board.open()).dividedBy(endedNow));
  }
}
