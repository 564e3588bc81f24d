package dev.chatstream.cli;

import dev.chatstream.run.RunResults;
import dev.chatstream.store.StoreException;
import java.util.concurrent.LinkedBlockingQueue;
import org.tinylog.Logger;

/// Prints results on a thread of its own, so that a slow reader of standard output holds no row up: what waits is a
/// number each.
final class ResultPrinter implements AutoCloseable {

  private static final int END = -1;

  private final Output out;
  private final RunResults results;
  private final LinkedBlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofVirtual().name("results").unstarted(this::work);

  /// @param results stay open until this is closed
  ResultPrinter(Output out, RunResults results) {
    this.out = out;
    this.results = results;
    thread.start();
  }

  /// Takes the number of an answer.
  void print(int job) {
    waiting.add(job);
  }

  /// Prints what is left.
  @Override
  public void close() {
    waiting.add(END);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      for (int job = waiting.take(); job != END; job = waiting.take()) {
        out.lineNow(RunLines.json(results.result(job)));
      }
    } catch (StoreException unreadable) {
      Streams.say("A result can't be read: " + unreadable.failure().sentence());
    } catch (InterruptedException nobodyReads) {
      Logger.info("nobody reads the results any more; the run goes on");
    }
  }
}
