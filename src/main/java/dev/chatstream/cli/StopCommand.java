package dev.chatstream.cli;

import dev.chatstream.run.GivingUp;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Stops a run of another process.
@Command(name = "stop", description = "Stop a run that another process is at; it can be resumed.")
final class StopCommand implements Callable<Integer> {

  private static final int LOOKS = 100;
  private static final int EACH_MILLIS = 100;

  private final Session session;

  @Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
      description = "its id, or the end of it (default: the last run)")
  private String name = "";

  @Option(names = "--after-row", description = "let the rows that are under way end first")
  private boolean afterRow;

  @Option(names = "--for-good",
      description = "give it up: rows that are left count as skipped, what was answered stays")
  private boolean forGood;

  StopCommand(Session session) {
    this.session = session;
  }

  private static String givenUp(RunFolder run) throws StoreException {
    return "Run " + run.plan().id() + " is given up; rows that were left: "
        + GivingUp.of(run, InstantSource.system()) + ".";
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      RunFolder run = new RunStore(session.rootToWrite()).find(name);
      if (!run.isRun()) {
        Streams.say(forGood ? givenUp(run) : "Run " + run.plan().id() + " is not under way.");
        return ExitCode.DONE;
      }
      run.wish(afterRow ? "drain" : "stop");
      for (int look = 0; look < LOOKS && run.isRun(); look++) {
        Thread.sleep(EACH_MILLIS);
      }
      boolean runs = run.isRun();
      if (forGood && !runs) {
        Streams.say(givenUp(run));
        return ExitCode.DONE;
      }
      Streams.say("Run " + run.plan().id() + (!runs
          ? " is stopped. " + Sitting.resumable(run.plan())
          : afterRow ? " stops after the rows that are under way." : " was told to stop, and has not yet."));
      return runs && !afterRow ? ExitCode.FAILED : ExitCode.DONE;
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }
}
