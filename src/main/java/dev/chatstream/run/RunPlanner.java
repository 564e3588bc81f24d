package dev.chatstream.run;

import dev.chatstream.core.file.Sha256;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.table.FilterText;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Makes runs of lists: takes the rows that are meant, as they are now, with their prompts. Blocks; not for the
/// screen's
/// thread.
public final class RunPlanner {

  private static final int HASH_DIGITS = 16;

  private final TaskListStore lists;
  private final RunStore runs;

  public RunPlanner(TaskListStore lists, RunStore runs) {
    this.lists = lists;
    this.runs = runs;
  }

  /// What a run would do.
  ///
  /// @param list the list's file
  /// @param rows how many would be asked
  /// @param empty how many would be left out because they hold nothing to ask about
  /// @param first the first of them, as they would be asked
  /// @param unfinished a run of this list that isn't finished yet; empty for none
  public record Preview(String list, int rows, int empty, List<FrozenRow> first, Optional<RunPlan> unfinished) {}

  /// Looks what it would do, and makes nothing.
  ///
  /// @param plan without its id and its count of rows
  /// @param shown how many rows are wanted for a look
  public Preview preview(RunPlan plan, int shown) throws RunRefused, StoreException {
    List<FrozenRow> first = new ArrayList<>();
    int[] counts = new int[2];
    String list = lists.find(plan.list());
    try (TaskRows rows = open(plan, list)) {
      Predicate<TaskRow> wanted = wanted(plan, rows.columns());
      while (rows.hasNext()) {
        TaskRow row = rows.next();
        if (wanted.test(row)) {
          boolean asked = plan.template().hasContent(row.cells());
          counts[asked ? 0 : 1]++;
          if (asked && first.size() < shown) {
            first.add(frozen(plan.template(), row));
          }
        }
      }
    }
    refuseNothing(plan, list, counts[0]);
    return new Preview(list, counts[0], counts[1], first, unfinished(list));
  }

  private Optional<RunPlan> unfinished(String list) throws StoreException {
    for (RunFolder run : runs.all()) {
      if (run.plan().list().equals(list)) {
        RunBoard board = new RunBoard(run.plan());
        run.journal().read(board::apply);
        return board.open() > 0 ? Optional.of(run.plan()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Makes it.
  ///
  /// @param plan without its id and its count of rows
  public RunFolder make(RunPlan plan) throws RunRefused, StoreException {
    String list = lists.find(plan.list());
    RunPlan named = new RunPlan(plan.id(), plan.created(), list, plan.template(), plan.filter(), 0, plan.models(),
        plan.settings(), plan.parallel(), plan.hosts(), plan.limits());
    try (TaskRows rows = open(plan, list)) {
      Predicate<TaskRow> wanted = wanted(plan, rows.columns());
      return runs.create(named, out -> {
        int count = 0;
        while (rows.hasNext()) {
          TaskRow row = rows.next();
          if (wanted.test(row)) {
            out.row(frozen(plan.template(), row));
            count++;
          }
        }
        return count;
      });
    }
  }

  private TaskRows open(RunPlan plan, String list) throws RunRefused, StoreException {
    TaskRows rows = lists.read(list);
    Optional<String> refusal = plan.template().refusal(rows.columns());
    if (refusal.isPresent()) {
      rows.close();
      throw new RunRefused(RunRefused.Kind.USAGE, refusal.get());
    }
    return rows;
  }

  /// A list without a status has nothing but open rows.
  private static Predicate<TaskRow> wanted(RunPlan plan, List<String> columns) throws RunRefused {
    boolean all = plan.filter().equals(RunPlan.OPEN) && !columns.contains("status");
    FilterText filter = FilterText.of(all ? "" : plan.filter(), columns);
    if (filter.problem().isPresent()) {
      throw new RunRefused(RunRefused.Kind.USAGE, "The filter: " + filter.problem().get().sentence());
    }
    return row -> filter.filter().keeps(column -> row.cell(columns.get(column)));
  }

  private static void refuseNothing(RunPlan plan, String list, int rows) throws RunRefused {
    if (rows == 0) {
      String which = plan.filter().isBlank()
          ? "No row of " + list + " has anything to ask about."
          : "No row of " + list + " with anything to ask about fits " + plan.filter() + ".";
      throw new RunRefused(RunRefused.Kind.USAGE, which);
    }
  }

  static FrozenRow frozen(PromptTemplate template, TaskRow row) {
    String prompt = template.fill(row.cells());
    boolean asked = template.hasContent(row.cells());
    return new FrozenRow(row.index(), row.cell("id"), Sha256.of(prompt).substring(0, HASH_DIGITS),
        asked ? prompt : "", asked ? "" : "It holds nothing to ask about.");
  }
}
