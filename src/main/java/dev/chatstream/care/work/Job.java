package dev.chatstream.care.work;

/// A job's own side of its listener: counts, tells, and stops. One thread.
public final class Job {

  private final JobListener listener;
  private String what = "";
  private long done;
  private long total;

  /// A job that nobody has heard of yet.
  public Job(JobListener listener) {
    this.listener = listener;
  }

  /// The next part begins.
  ///
  /// @param newTotal bytes of this part; 0 when not known
  public void begin(String newWhat, long newTotal) throws Cancelled {
    what = newWhat;
    total = newTotal;
    done = 0;
    advance(0);
  }

  /// So many bytes more are done.
  public void advance(long bytes) throws Cancelled {
    done += bytes;
    listener.progress(new Progress(what, done, total));
    check();
  }

  /// Stops here when it was cancelled.
  public void check() throws Cancelled {
    if (listener.cancelled()) {
      throw new Cancelled();
    }
  }
}
