package dev.chatstream.cli;

import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.run.RunFollower;
import dev.chatstream.run.RunResults;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Looks on at a run of another process.
@Command(
    name = "attach",
    description = "Look on at a run that another process is at: its results from the first row on, and how far it is. "
        + "^C ends the looking on, not the run.")
final class AttachCommand implements Callable<Integer> {

  private static final int EACH_MILLIS = 250;

  private final Session session;

  @Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
      description = "its id, or the end of it (default: the last run)")
  private String name = "";

  AttachCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      RunFolder run = new RunStore(session.rootToRead()).find(name);
      Output out = session.output();
      RunScreen screen = new RunScreen();
      RunFollower follower = new RunFollower(run);
      RunProgress progress;
      try (RunResults results = new RunResults(run, follower.board());
          ResultPrinter printer = new ResultPrinter(out, results)) {
        progress = follower.look(printer::print);
        while (progress.phase() == RunPhase.RUNNING || progress.phase() == RunPhase.PAUSED) {
          screen.progress(progress);
          Thread.sleep(EACH_MILLIS);
          progress = follower.look(printer::print);
        }
      }
      screen.wipe();
      Streams.say("Run " + run.plan().id() + (progress.phase() == RunPhase.FINISHED
          ? " is finished: "
          : " is not under way: ") + Sitting.counts(follower.board())
          + (progress.phase() == RunPhase.FINISHED ? "" : " " + Sitting.resumable(run.plan())));
      int written = out.end();
      return progress.phase() == RunPhase.FINISHED ? written : ExitCode.FAILED;
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }
}
