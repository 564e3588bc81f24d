package dev.chatstream.engine.server;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// One call at a time has the model; a few wait in the order they came; more are told to come again. Safe for any
/// thread.
final class WorkQueue {
  private final int mostWaiting;
  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicInteger inside = new AtomicInteger();

  WorkQueue(int mostWaiting) {
    this.mostWaiting = mostWaiting;
  }

  /// What is done with the model.
  interface Work {
    void run() throws ApiException, InterruptedException, IOException;
  }

  /// Waits for the turn; an interrupt gives it up.
  ///
  /// @throws ApiException 503 when too many wait already
  void run(Work work) throws ApiException, InterruptedException, IOException {
    try {
      if (inside.incrementAndGet() > mostWaiting + 1) {
        throw new ApiException(503, "server busy, please try again. maximum pending requests exceeded");
      }
      turn.acquire();
      try {
        work.run();
      } finally {
        turn.release();
      }
    } finally {
      inside.decrementAndGet();
    }
  }
}
