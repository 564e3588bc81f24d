package dev.chatstream.care.work;

/// How far a job is.
///
/// @param what is being done, one word such as `Copying`
/// @param done bytes that are done
/// @param total bytes in all; 0 when that is not known
public record Progress(String what, long done, long total) {

  /// From 0 to 1; 0 when the total is not known.
  public double fraction() {
    return total <= 0 ? 0 : Math.min(1, (double) done / total);
  }
}
