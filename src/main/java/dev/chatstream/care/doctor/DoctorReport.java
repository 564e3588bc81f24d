package dev.chatstream.care.doctor;

import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Severity;
import java.util.List;
import java.util.Optional;

/// What the doctor found, and did.
///
/// @param findings what is the matter; after mending, what still is
/// @param fixed what was mended; empty when it only looked
public record DoctorReport(List<Finding> findings, List<Fixed> fixed) {

  /// One thing that was to be mended.
  ///
  /// @param done what was done, or why nothing was
  /// @param mended whether it was
  public record Fixed(Finding finding, String done, boolean mended) {}

  /// The worst finding; empty when there is none.
  public Optional<Severity> worst() {
    return Finding.worst(findings);
  }
}
