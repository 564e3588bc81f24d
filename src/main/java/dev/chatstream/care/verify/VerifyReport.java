package dev.chatstream.care.verify;

import dev.chatstream.care.work.Finding;
import dev.chatstream.care.work.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What verifying found.
///
/// @param files how many files were looked at, those in backups included
/// @param backups how many backups were looked at
/// @param bytes how many bytes were read
public record VerifyReport(List<Finding> findings, int files, int backups, long bytes) {

  /// The worst finding; empty when there is none.
  public Optional<Severity> worst() {
    return Finding.worst(findings);
  }

  /// Both together.
  VerifyReport plus(VerifyReport other) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(other.findings);
    return new VerifyReport(List.copyOf(all), files + other.files, backups + other.backups, bytes + other.bytes);
  }
}
