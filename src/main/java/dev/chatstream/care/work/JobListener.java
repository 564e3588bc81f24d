package dev.chatstream.care.work;

/// Hears how far a job is, and says whether it shall stop. Called by the job's thread, for each file and each piece of
/// a large one, so it must be cheap.
public interface JobListener {

  /// Nobody listens, and nothing stops it.
  JobListener NONE = new JobListener() {
    @Override
    public void progress(Progress progress) {
      // Nobody is there.
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  };

  /// The job is there now.
  void progress(Progress progress);

  /// Whether it shall stop. Once true, it stays true.
  boolean cancelled();
}
