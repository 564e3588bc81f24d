package dev.chatstream.core.model;

/// A model that is being fetched by the server, or waits for that.
///
/// @param what the server says it is doing; for one that ended, why
/// @param done bytes so far
/// @param total bytes in all, as far as the server has told; 0 when it has not
/// @param bytesPerSecond over the last seconds; 0 when nothing comes
/// @param secondsLeft an estimate; -1 when unknown
/// @param quietSeconds how long no byte has come
public record Pull(
    String name,
    Stage stage,
    String what,
    long done,
    long total,
    long bytesPerSecond,
    long secondsLeft,
    long quietSeconds) {

  /// Where it stands.
  public enum Stage {
    /// It waits for the one before it.
    QUEUED,
    /// It is being fetched.
    RUNNING,
    /// The person stopped it. What came is kept by the server.
    STOPPED,
    /// It broke off. What came is kept by the server.
    FAILED
  }

  /// One that waits, from where it was before.
  public static Pull queued(String name, long done, long total) {
    return new Pull(name, Stage.QUEUED, "", done, total, 0, -1, 0);
  }

  /// The same at another stage.
  public Pull at(Stage other, String why) {
    return new Pull(name, other, why, done, total, 0, -1, 0);
  }

  /// Whether it is under way or will be.
  public boolean active() {
    return stage == Stage.QUEUED || stage == Stage.RUNNING;
  }

  /// From 0 to 100, rounded down: a hundred is said only of what is whole.
  public int percent() {
    return total <= 0 ? 0 : (int) Math.min(100, 100 * Math.min(done, total) / total);
  }
}
