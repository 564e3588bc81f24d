package dev.chatstream.core.run;

import java.util.List;
import java.util.Map;

/// What a run took, for its report.
///
/// @param models one for each, in the plan's order
public record RunStats(RunPlan plan, List<OfModel> models) {

  /// Copies the list, so that it never changes.
  public RunStats {
    models = List.copyOf(models);
  }

  /// One model's part.
  ///
  /// @param millis of each answer, in the order of the rows
  /// @param tokens of all answers
  /// @param errors how often each sentence came, the most frequent first
  public record OfModel(
      String model, int done, int failed, int skipped, int open, List<Long> millis, long promptTokens, long tokens,
      Map<String, Integer> errors) {

    /// The time that this share of the answers took at most, in milliseconds; 0 where there is none.
    ///
    /// @param share from 0 to 1
    public long quantile(double share) {
      List<Long> sorted = millis.stream().sorted().toList();
      return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    /// Milliseconds of all answers together.
    public long total() {
      return millis.stream().mapToLong(Long::longValue).sum();
    }
  }
}
