package dev.chatstream.cli;

import dev.chatstream.run.RunBoard;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Goes on with a run.
@Command(
    name = "resume",
    description = "Go on with a run where it ended; rows that were cut are asked about once more, and that is said.")
final class ResumeCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
      description = "its id, or the end of it (default: the last run)")
  private String name = "";

  @Option(names = "--retry-failed", description = "do rows that failed once more, too")
  private boolean retryFailed;

  @Option(names = "--detach", description = "in a process of its own, which outlives this terminal")
  private boolean detach;

  @Option(names = "--detached", hidden = true)
  private boolean detached;

  ResumeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    DataRoot root = session.rootToWrite();
    try {
      RunFolder run = new RunStore(root).find(name);
      if (detach) {
        return Detached.start(session, root, run, retryFailed);
      }
      RunBoard board = new RunBoard(run.plan());
      run.journal().read(board::apply);
      if (!detached) {
        Streams.say("Run " + run.plan().id() + " of " + run.plan().list() + ": " + Sitting.counts(board));
      }
      return new Sitting(session, root, run).run(retryFailed, detached);
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }
}
