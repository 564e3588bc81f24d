package dev.chatstream.care.work;

import dev.chatstream.store.StoreException;
import dev.chatstream.store.convert.Watch;

/// Lets what the store does in one go, with a watch, be a part of a job.
public final class JobWatch implements Watch {

  private final String what;
  private final JobListener listener;

  private JobWatch(String what, JobListener listener) {
    this.what = what;
    this.listener = listener;
  }

  /// What is done under a watch.
  ///
  /// @param <T> what it brings
  @FunctionalInterface
  public interface Work<T> {
    /// Does it.
    T run(Watch watch) throws StoreException, Cancelled;
  }

  /// Does it.
  ///
  /// @param what is being done, one word such as `Reading`
  public static <T> T run(String what, JobListener listener, Work<T> work) throws StoreException, Cancelled {
    try {
      return work.run(new JobWatch(what, listener));
    } catch (Watch.Cancelled stopped) {
      throw new Cancelled();
    }
  }

  @Override
  public void progress(long done, long total) {
    listener.progress(new Progress(what, done, total));
    if (listener.cancelled()) {
      throw new Watch.Cancelled();
    }
  }
}
