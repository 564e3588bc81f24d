package dev.chatstream.run;

import dev.chatstream.core.run.RowResult;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.RunStats;
import dev.chatstream.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts what a run took.
public final class RunStatistics {

  private RunStatistics() {}

  /// Reads all results once.
  public static RunStats of(RunResults results) throws StoreException {
    RunPlan plan = results.plan();
    List<RunStats.OfModel> models = new ArrayList<>();
    for (int model = 0; model < plan.models().size(); model++) {
      models.add(ofModel(results, plan, model));
    }
    return new RunStats(plan, models);
  }

  private static RunStats.OfModel ofModel(RunResults results, RunPlan plan, int model) throws StoreException {
    int[] counts = new int[4];
    long[] tokens = new long[2];
    List<Long> millis = new ArrayList<>();
    Map<String, Integer> errors = new LinkedHashMap<>();
    for (int row = 0; row < plan.rows(); row++) {
      RowResult result = results.result(model * plan.rows() + row);
      switch (result.state()) {
        case DONE -> {
          counts[0]++;
          millis.add(result.millis());
          tokens[0] += Math.max(0, result.promptTokens());
          tokens[1] += Math.max(0, result.tokens());
        }
        case FAILED -> {
          counts[1]++;
          errors.merge(result.error(), 1, Integer::sum);
        }
        case SKIPPED -> counts[2]++;
        case WAITING, RUNNING, CUT -> counts[3]++;
      }
    }
    Map<String, Integer> frequent = new LinkedHashMap<>();
    errors.entrySet().stream().sorted(Map.Entry.<String, Integer> comparingByValue().reversed())
        .forEach(error -> frequent.put(error.getKey(), error.getValue()));
    return new RunStats.OfModel(plan.models().get(model), counts[0], counts[1], counts[2], counts[3], millis,
        tokens[0], tokens[1], frequent);
  }
}
