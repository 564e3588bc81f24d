package dev.chatstream.cli;

import dev.chatstream.core.task.CategoryCounts;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.list.CategoryCount;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The task lists, one a line: name, last index, problem. Or the categories of one of them.
@Command(name = "lists", description = "List the task lists, one a line: file, last index, what is wrong.")
final class ListsCommand implements Callable<Integer> {

  private static final int BAR = 30;

  private final Session session;

  @Option(
      names = "--categories",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "LIST",
      description = "Count the rows of each category instead, of all lists or this one: list, category, rows, open.")
  private String categories;

  ListsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      Output out = session.output();
      List<TaskListSummary> all = session.lists().list();
      String only = categories == null || categories.isEmpty() ? "" : session.lists().find(categories);
      for (TaskListSummary each : all) {
        if (only.isEmpty() || each.file().equals(only)) {
          row(each, out);
        }
      }
      return out.end();
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private void row(TaskListSummary each, Output out) throws StoreException {
    if (categories != null) {
      bars(CategoryCount.of(session.lists(), each.file(), List.of(), List.of()), out);
      return;
    }
    String last = each.lastIndex() < 0 ? "?" : String.valueOf(each.lastIndex());
    out.row(each.problem().isEmpty() ? List.of(each.file(), last) : List.of(each.file(), last, each.problem()));
  }

  private static void bars(CategoryCounts counts, Output out) {
    for (CategoryCounts.Count count : counts.counts()) {
      int full = (int) Math.round(BAR * (count.rows() / (double) counts.largest()));
      String name = count.label().isEmpty() ? "-" : count.label();
      out.row(List.of(counts.list(), name, String.valueOf(count.rows()), String.valueOf(count.open()),
          "#".repeat(Math.max(1, full))));
    }
  }
}
