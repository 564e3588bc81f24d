package dev.chatstream.core.care;

/// A job that runs.
///
/// @param what what it is at, such as `Copying`; may be empty
/// @param done bytes
/// @param total bytes; 0 while that is not known
/// @param secondsLeft -1 while that is not known
/// @param stopping whether it was asked to stop
public record Job(JobKind kind, String what, long done, long total, long secondsLeft, boolean stopping) {

  /// A job that begins.
  public static Job begin(JobKind kind) {
    return new Job(kind, "", 0, 0, -1, false);
  }

  /// How far it is, from 0 to 1.
  public double share() {
    return total > 0 ? Math.clamp((double) done / total, 0, 1) : 0;
  }

  /// The same, asked to stop.
  public Job stop() {
    return new Job(kind, what, done, total, secondsLeft, true);
  }
}
