package dev.chatstream.engine.server;

import de.kherud.llama.LlamaIterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// One answer's native loop, on a platform thread of its own: a native call can't be interrupted, and would hold one of
/// the few carriers of virtual threads.
///
/// Cancelling: once tokens come, the loop looks at a flag after each one and cancels itself. Before the first token it
/// is blocked inside the library, which after a cancel never wakes it: then the thread is left behind (it sleeps, and
/// the process ends without it), and the library stops after the prompt's current batch.
final class LlamaRun {
  private final LlamaIterator iterator;
  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean cancelled;
  private volatile boolean started;

  /// What the loop hands over.
  sealed interface Step {}

  /// A token's text; may be empty.
  record Piece(String text, long nanoTime) implements Step {}

  /// The end, with the failure's words or empty.
  record End(String failure) implements Step {}

  /// The task is in the library's queue already when this returns.
  LlamaRun(LlamaIterator iterator) {
    this.iterator = iterator;
    this.thread = Thread.ofPlatform().daemon().name("llama").start(this::loop);
  }

  private void loop() {
    try {
      while (iterator.hasNext()) {
        String text = iterator.next().text;
        if (cancelled) {
          iterator.cancel();
          return;
        }
        started = true;
        // The last one only says that it is the last.
        if (iterator.hasNext()) {
          steps.add(new Piece(text, System.nanoTime()));
        }
      }
      steps.add(new End(""));
    } catch (RuntimeException e) {
      steps.add(new End(String.valueOf(e.getMessage())));
    }
  }

  Step next() throws InterruptedException {
    return steps.take();
  }

  /// Ends the work; the model takes the next task afterwards.
  void cancel() {
    cancelled = true;
    if (started) {
      awaitEnd();
    } else {
      iterator.cancel();
    }
  }

  /// At most one token's time; not to be cut short, for the model takes one task at a time.
  private void awaitEnd() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
