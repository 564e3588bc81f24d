package dev.chatstream.cli;

import dev.chatstream.core.table.FilterProblem;
import dev.chatstream.core.table.FilterText;
import dev.chatstream.core.task.TaskRow;
import java.util.List;
import java.util.function.Predicate;

/// The filter of the table, typed on the command line.
final class RowFilter {

  private RowFilter() {}

  /// The rows that it keeps.
  ///
  /// @param columns of the list
  /// @throws Failed when it can't be followed; the sentence shows the place
  static Predicate<TaskRow> of(String typed, List<String> columns) {
    FilterText read = FilterText.of(typed, columns);
    read.problem().ifPresent(problem -> {
      throw new Failed(ExitCode.USAGE, told(typed, problem));
    });
    return row -> read.filter().keeps(column -> row.cell(columns.get(column)));
  }

  private static String told(String typed, FilterProblem problem) {
    int end = Math.min(problem.end(), typed.length());
    String wrong = typed.substring(problem.start(), Math.max(problem.start(), end));
    return "The filter, at \"" + wrong + "\" (character " + (problem.start() + 1) + "): " + problem.sentence();
  }
}
