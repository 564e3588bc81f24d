package dev.chatstream.app;

import dev.chatstream.core.event.CareEvent;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.Progress;
import dev.chatstream.care.work.TimeLeft;
import dev.chatstream.core.care.Job;
import dev.chatstream.core.care.JobKind;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import java.time.Duration;

/// A job that runs: tells the loop how far it is, four times a second at most, and can be asked to stop by any thread.
final class Running implements JobListener {

  private static final long PAUSE = Duration.ofMillis(250).toNanos();

  private final JobKind kind;
  private final EventBus<Event> bus;
  private final TimeLeft timeLeft = new TimeLeft();
  private long last = System.nanoTime() - PAUSE;
  private volatile boolean cancelled;

  Running(JobKind kind, EventBus<Event> bus) {
    this.kind = kind;
    this.bus = bus;
  }

  /// Asks it to stop.
  void cancel() {
    cancelled = true;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void progress(Progress progress) {
    long now = System.nanoTime();
    long left = timeLeft.after(progress).map(Duration::toSeconds).orElse(-1L);
    if (now - last >= PAUSE) {
      last = now;
      // Lossy: the next one says more.
      bus.offer(new CareEvent.JobProgressed(
          new Job(kind, progress.what(), progress.done(), progress.total(), left, cancelled)));
    }
  }
}
