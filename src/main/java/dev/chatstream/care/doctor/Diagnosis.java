package dev.chatstream.care.doctor;

import dev.chatstream.care.work.Finding;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects findings, each with what would mend it. One thread.
final class Diagnosis {

  /// Mends one finding.
  @FunctionalInterface
  interface Repair {
    /// @return what was done, in words
    String apply() throws StoreException;
  }

  /// @param repair present exactly when the finding says what it would do
  record Case(Finding finding, Optional<Repair> repair) {}

  private final List<Case> cases = new ArrayList<>();

  void add(Finding finding) {
    cases.add(new Case(finding, Optional.empty()));
  }

  /// @param would what the repair would do, in words
  void add(Finding finding, String would, Repair repair) {
    cases.add(new Case(finding.withFix(would), Optional.of(repair)));
  }

  List<Case> cases() {
    return cases;
  }

  List<Finding> findings() {
    return cases.stream().map(Case::finding).toList();
  }
}
