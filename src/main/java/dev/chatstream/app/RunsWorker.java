package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunView;
import dev.chatstream.core.run.RunWish;
import dev.chatstream.core.run.ServerModels;
import dev.chatstream.run.RunBoard;
import dev.chatstream.run.RunFollower;
import dev.chatstream.run.RunRefused;
import dev.chatstream.run.Runner;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.run.FrozenRows;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;

/// Runs of task lists behind the screen: makes them, has at most one of its own under way, and tells how the one is
/// that somebody looks at, be it ours or that of another process. What reads files happens on one thread of its own.
final class RunsWorker {

  private static final int TICK_MILLIS = 250;

  private final EventBus<Event> bus;
  private final RunStore runs;
  private final RunForms forms;
  private final OwnRun own;
  private final LinkedBlockingQueue<RunCommand> queue = new LinkedBlockingQueue<>();

  // The worker's own.
  private RunFolder shown;
  private RunSight sight;
  private RunFollower follower;
  private RunView last;
  private int first;
  private boolean watched;

  /// @param forms puts runs together
  /// @param own the run of this program
  RunsWorker(EventBus<Event> bus, DataRoot root, RunForms forms, OwnRun own) {
    this.bus = bus;
    this.runs = new RunStore(root);
    this.forms = forms;
    this.own = own;
  }

  /// Begins, and says when a run of earlier is not finished.
  void start() {
    Thread.ofPlatform().daemon().name("runs").priority(Thread.MIN_PRIORITY).start(this::work);
  }

  void submit(RunCommand command) {
    queue.add(command);
  }

  /// Stops the run of this program so that it can be resumed.
  void stop() {
    own.stop();
  }

  /// True when no run of this program is under way.
  boolean idle() {
    return own.runner().isEmpty();
  }

  private void work() {
    attempt(this::tellUnfinished);
    while (true) {
      try {
        RunCommand command = watched ? queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS) : queue.take();
        attempt(command == null ? this::tick : () -> run(command));
      } catch (InterruptedException nobodyMayDoThis) {
        Logger.warn(nobodyMayDoThis, "the thread of the runs was interrupted; it goes on");
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws StoreException, RunRefused;
  }

  private void attempt(Work work) {
    try {
      work.run();
    } catch (StoreException refused) {
      tell(refused.failure().sentence());
    } catch (RunRefused refused) {
      tell(refused.getMessage());
    } catch (RuntimeException | Error unforeseen) {
      Logger.error(unforeseen, "a bug in the runs");
      tell("That went wrong: a bug. The log says more.");
    }
  }

  private void tell(String sentence) {
    bus.publishEnding(new RunEvent.RunTold(sentence, true));
  }

  private void run(RunCommand command) throws StoreException, RunRefused {
    switch (command) {
      case RunCommand.OpenRun open -> open(open.from());
      case RunCommand.NewRun wish -> forms.open(wish);
      case RunCommand.PreviewRun wish -> forms.preview(wish.form());
      case RunCommand.TryRow wish -> withForm(wish.form(), () -> forms.tryRow(wish.form()));
      case RunCommand.AllowSending wish -> forms.allow(wish.where());
      case RunCommand.StartRun wish -> withForm(wish.form(), () -> start(wish.form()));
      case RunCommand.LookAtRun look -> {
        boolean elsewhere = first != look.first();
        first = look.first();
        watched = true;
        if (elsewhere) {
          tick();
        }
      }
      case RunCommand.ReadRow row -> {
        if (sight != null) {
          bus.publishEnding(new RunEvent.RowRead(shown.plan().list(), sight.text(row.job())));
        }
      }
      case RunCommand.WishRun wish -> wish(wish.wish());
    }
  }

  /// What refuses a wish of the form is said there.
  private void withForm(RunForm form, Work work) {
    try {
      work.run();
    } catch (StoreException refused) {
      forms.refuse(form, refused.failure().sentence());
    } catch (RunRefused refused) {
      forms.refuse(form, refused.getMessage());
    }
  }

  private void start(RunForm form) throws StoreException, RunRefused {
    Optional<RunFolder> made = forms.make(form, own);
    if (made.isPresent()) {
      own.start(made.get(), false);
      show(made.get());
    }
  }

  private void open(ServerModels from) throws StoreException, RunRefused {
    Optional<RunFolder> ours = own.folder();
    if (ours.isPresent()) {
      show(ours.get());
      return;
    }
    Optional<RunFolder> left = unfinished();
    if (left.isPresent()) {
      show(left.get());
    } else {
      forms.open(new RunCommand.NewRun("", from, Optional.empty()));
    }
  }

  /// The newest run, unless it is finished.
  private Optional<RunFolder> unfinished() throws StoreException {
    List<RunFolder> all = runs.all();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    RunBoard board = new RunBoard(all.getFirst().plan());
    all.getFirst().journal().read(board::apply);
    return board.open() > 0 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private void tellUnfinished() throws StoreException {
    Optional<RunFolder> left = unfinished();
    if (left.isEmpty() || left.get().isRun()) {
      return;
    }
    RunPlan plan = left.get().plan();
    RunBoard board = new RunBoard(plan);
    left.get().journal().read(board::apply);
    try (FrozenRows rows = left.get().rows()) {
      for (int job = 0; job < plan.jobs(); job++) {
        if (board.state(job) == RowState.RUNNING || board.state(job).open()) {
          bus.publishEnding(new RunEvent.RunUnfinished(plan.list(), rows.row(plan.row(job)).index()));
          return;
        }
      }
    }
  }

  private void show(RunFolder folder) throws StoreException {
    if (sight != null) {
      sight.close();
    }
    shown = folder;
    follower = new RunFollower(folder);
    sight = new RunSight(folder, own.runner(folder).map(Runner::board).orElseGet(follower::board));
    first = 0;
    publish(true);
  }

  private void tick() throws StoreException {
    if (shown != null) {
      publish(false);
    }
  }

  /// A run that has ended is told once; the window asks again when it may go on.
  private void publish(boolean open) throws StoreException {
    Optional<Runner> ours = own.runner(shown);
    RunProgress progress = ours.isPresent() ? ours.get().last() : follower.look(job -> {});
    RunView view = sight.view(
        first, progress, ours.isPresent(), job -> ours.flatMap(runner -> runner.underway(job)));
    boolean ended = progress.phase() == RunPhase.FINISHED || progress.phase() == RunPhase.STOPPED;
    watched = false;
    if (open || !ended || !view.equals(last)) {
      last = view;
      bus.publishEnding(new RunEvent.RunSeen(view, open));
    }
  }

  private void wish(RunWish wish) throws StoreException, RunRefused {
    if (shown == null) {
      return;
    }
    if (own.runner(shown).isPresent()) {
      own.heed(wish);
    } else if (shown.isRun()) {
      shown.wish(wish.words());
    } else if (wish instanceof RunWish.GoOn || wish instanceof RunWish.RetryFailed) {
      own.start(shown, wish instanceof RunWish.RetryFailed);
      show(shown);
      return;
    } else {
      tell("Nobody runs this now.");
    }
    watched = true;
  }
}
