package dev.chatstream.cli;

import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.store.StoreException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The task lists, one a line: name, last index, problem.
@Command(name = "lists", description = "List the task lists, one a line: file, last index, what is wrong.")
final class ListsCommand implements Callable<Integer> {

  private final Session session;

  ListsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      Output out = session.output();
      for (TaskListSummary list : session.lists().list()) {
        String last = list.lastIndex() < 0 ? "?" : String.valueOf(list.lastIndex());
        out.row(list.problem().isEmpty() ? List.of(list.file(), last) : List.of(list.file(), last, list.problem()));
      }
      return out.end();
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }
}
