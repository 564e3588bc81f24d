package dev.chatstream.cli;

import dev.chatstream.app.RunServers;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.run.RunBoard;
import dev.chatstream.run.RunListener;
import dev.chatstream.run.RunPace;
import dev.chatstream.run.RunRefused;
import dev.chatstream.run.RunResults;
import dev.chatstream.run.Runner;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.run.RunFolder;
import java.time.InstantSource;

/// Runs a list in the foreground of a command: results to standard output, progress to standard error; a signal stops
/// it
/// so that it can be resumed, and a second one ends the program at once.
final class Sitting {

  private final Session session;
  private final DataRoot root;
  private final RunFolder run;
  private final RunScreen screen = new RunScreen();
  private volatile Runner runner;

  Sitting(Session session, DataRoot root, RunFolder run) {
    this.session = session;
    this.root = root;
    this.run = run;
  }

  /// @param retryFailed whether rows that failed are done once more
  /// @param detached whether no person sits before it
  /// @return the exit code
  int run(boolean retryFailed, boolean detached) throws InterruptedException {
    Output out = session.output();
    try (StopSignals signals = new StopSignals(this::took);
        RunServers servers = new RunServers(session.options(), root, session.environment())) {
      Listening listening = new Listening();
      Runner made = new Runner(
          run, servers.open(run.plan().hosts(), screen::told), RunPace.USUAL, InstantSource.system(), listening);
      runner = made;
      if (signals.came()) {
        made.stop("Stopped by a signal.");
      }
      RunPhase phase;
      try (RunResults results = new RunResults(run, made.board());
          ResultPrinter printer = new ResultPrinter(out, results)) {
        listening.printer = printer;
        phase = made.run(owner(detached), retryFailed);
      }
      screen.wipe();
      int written = out.end();
      return signals.came() ? stopped(made, signals) : Math.max(written, code(phase, made));
    } catch (RunRefused refused) {
      screen.wipe();
      throw RunCommand.failed(refused);
    } catch (StoreException refused) {
      screen.wipe();
      throw new Failed(ExitCode.FAILED, refused.failure().sentence() + " " + resumable(run.plan()));
    }
  }

  private static String owner(boolean detached) {
    return "process " + ProcessHandle.current().pid() + (detached ? ", by itself" : ", in a terminal");
  }

  private int stopped(Runner made, StopSignals signals) {
    Streams.say("Stopped. " + counts(made.board()) + " " + resumable(run.plan()));
    return signals.exitCode();
  }

  private int code(RunPhase phase, Runner made) {
    RunBoard board = made.board();
    String words = made.reason();
    int failed = board.count(RowState.FAILED);
    if (phase == RunPhase.FINISHED) {
      Streams.say("Finished: " + counts(board)
          + (failed > 0
              ? " To try those that failed again: run.sh resume " + run.plan().id() + " --retry-failed"
              : ""));
      return failed > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }
    Streams.say((words.isEmpty() ? "Stopped." : words) + " " + counts(board) + " " + resumable(run.plan()));
    return ExitCode.FAILED;
  }

  /// Such as `310 of 2,004 rows done, 13 failed.`
  static String counts(RunBoard board) {
    int failed = board.count(RowState.FAILED);
    int skipped = board.count(RowState.SKIPPED);
    return board.count(RowState.DONE) + " of " + board.size() + " done"
        + (failed > 0 ? ", " + failed + " failed" : "") + (skipped > 0 ? ", " + skipped + " skipped" : "") + ".";
  }

  static String resumable(RunPlan plan) {
    return "To go on: run.sh resume " + plan.id();
  }

  /// Nobody sits there who could say that it goes on, so a pause ends the sitting.
  private final class Listening implements RunListener {

    private volatile ResultPrinter printer;

    @Override
    public void ended(int job) {
      printer.print(job);
    }

    @Override
    public void told(String sentence) {
      screen.told(sentence);
    }

    @Override
    public void progress(RunProgress progress) {
      screen.progress(progress);
    }

    @Override
    public void paused() {
      runner.drain(runner.reason());
    }
  }

  private void took(String signal) {
    Runner now = runner;
    if (now != null) {
      now.stop("Stopped by SIG" + signal + ".");
    }
  }
}
