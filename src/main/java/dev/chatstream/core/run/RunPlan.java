package dev.chatstream.core.run;

import dev.chatstream.core.model.ChatSettings;
import java.time.Instant;
import java.util.List;

/// What a run is to do. It never changes: what the person changes while it runs (how many at once) is noted in its
/// journal.
///
/// @param id names its folder; made of the time at which it was planned
/// @param list the file name of the task list that the rows were taken from
/// @param filter which rows were taken, in the language of [dev.chatstream.core.table.FilterText]; empty for all
/// @param rows how many were taken
/// @param models each of them answers each row, one model after the other
/// @param parallel how many rows at once, 1 to 8
/// @param hosts addresses or names of model servers, or [#EMBEDDED]; never empty
public record RunPlan(
    String id,
    Instant created,
    String list,
    PromptTemplate template,
    String filter,
    int rows,
    List<String> models,
    ChatSettings settings,
    int parallel,
    List<String> hosts,
    RunLimits limits) {

  /// The rows that are taken when nobody says otherwise.
  public static final String OPEN = "status:open";

  /// Stands for the built-in engine among the hosts.
  public static final String EMBEDDED = "embedded";

  /// The most rows at once.
  public static final int MOST_PARALLEL = 8;

  /// Copies the lists, so that a plan never changes.
  public RunPlan {
    models = List.copyOf(models);
    hosts = List.copyOf(hosts);
  }

  /// How many answers there are to be: one for each row and model. They are numbered from 0, those of one model
  /// together, so that models take turns as seldom as can be.
  public int jobs() {
    return Math.multiplyExact(rows, models.size());
  }

  /// The row of this answer, from 0.
  public int row(int job) {
    return job % rows;
  }

  /// Who is to give this answer.
  public String model(int job) {
    return models.get(job / rows);
  }

  /// With so many rows; they are known when all are frozen.
  public RunPlan withRows(int count) {
    return new RunPlan(id, created, list, template, filter, count, models, settings, parallel, hosts, limits);
  }
}
