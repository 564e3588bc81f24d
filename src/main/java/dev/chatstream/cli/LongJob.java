package dev.chatstream.cli;

import dev.chatstream.care.work.Cancelled;
import dev.chatstream.care.work.JobListener;
import dev.chatstream.care.work.Progress;
import dev.chatstream.care.work.TimeLeft;
import dev.chatstream.store.StoreException;
import java.time.Duration;
import java.util.Optional;

/// Runs a long job of a command: how far it is stands on standard error, when that is a terminal and the job takes
/// longer than half a second; a signal cancels it cleanly, and a second one ends the program at once.
final class LongJob implements JobListener {

  /// A job.
  @FunctionalInterface
  interface Work<T> {
    T run(JobListener listener) throws StoreException, Cancelled;
  }

  private static final long FIRST_NANOS = Duration.ofMillis(500).toNanos();
  private static final long EACH_NANOS = Duration.ofMillis(100).toNanos();

  private final boolean shown = Streams.errorIsTerminal();
  private final long begun = System.nanoTime();
  private final TimeLeft timeLeft = new TimeLeft();
  private final StopSignals signals;
  private long last = begun;
  private final DrawnLine line = new DrawnLine();

  private LongJob(StopSignals signals) {
    this.signals = signals;
  }

  /// Runs it to its end.
  ///
  /// @throws Failed when it failed, or a signal came: then nothing half-made is left
  static <T> T run(Work<T> work) {
    try (StopSignals signals = new StopSignals(name -> {})) {
      return run(work, new LongJob(signals));
    }
  }

  private static <T> T run(Work<T> work, LongJob job) {
    try {
      return work.run(job);
    } catch (StoreException refused) {
      job.line.wipe();
      throw Session.failed(refused);
    } catch (Cancelled cancelled) {
      job.line.wipe();
      throw new Failed(job.signals.exitCode(), "Stopped. Nothing half-made is left.");
    } finally {
      job.line.wipe();
    }
  }

  @Override
  public boolean cancelled() {
    return signals.came();
  }

  @Override
  public void progress(Progress progress) {
    Optional<Duration> left = timeLeft.after(progress);
    long now = System.nanoTime();
    if (shown && now - begun > FIRST_NANOS && now - last > EACH_NANOS) {
      last = now;
      line.draw(words(progress, left));
    }
  }

  /// Such as `Copying: 45%, 3.2 MB of 7.0 MB, 12 s left`.
  static String words(Progress progress, Optional<Duration> left) {
    if (progress.total() <= 0) {
      return progress.what();
    }
    long done = Math.min(progress.done(), progress.total());
    String words = progress.what() + ": " + Math.round(100 * progress.fraction()) + "%, " + Sizes.words(done) + " of "
        + Sizes.words(progress.total());
    return left.map(time -> words + ", " + time(time) + " left").orElse(words);
  }

  private static String time(Duration left) {
    long seconds = Math.max(1, left.toSeconds());
    return seconds < 120 ? seconds + " s" : (seconds + 59) / 60 + " min";
  }
}
