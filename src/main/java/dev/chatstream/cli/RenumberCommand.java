package dev.chatstream.cli;

import dev.chatstream.care.renumber.RenumberPlan;
import dev.chatstream.care.renumber.RenumberReport;
import dev.chatstream.care.renumber.Renumbering;
import dev.chatstream.store.list.ListRenumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives the rows of a list new indices.
@Command(
    name = "renumber",
    description = "Show the new index of each row (row, old, new; the first 20) if a list were numbered 1, 2, 3 ... in "
        + "its order; with --apply do it. The list as it was goes to the trash.")
final class RenumberCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "LIST", description = "the task list")
  private String list;

  @Option(names = "--apply", description = "do it")
  private boolean apply;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  RenumberCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Renumbering renumbering = new Renumbering(apply ? session.careToWrite() : session.careToRead());
    RenumberPlan plan = LongJob.run(listener -> renumbering.plan(list, listener));
    ListRenumber.Preview preview = plan.preview();
    Output out = session.output();
    preview.first().forEach(change -> out.entry(fields(change), json));
    int code = out.end();
    String changed = preview.changed() + " of " + preview.rows() + " rows";
    if (!apply) {
      Streams.say(preview.changed() == 0
          ? "All rows are in order: there is nothing to do."
          : "Nothing was changed. With --apply they get another index: " + changed + ".");
      return code;
    }
    RenumberReport report = LongJob.run(listener -> renumbering.apply(plan, listener));
    Streams.say(report.original().isEmpty()
        ? "All rows are in order: nothing was changed."
        : "They have another index now: " + changed + "; trash restore " + report.original().get().id()
            + " has the list as it was.");
    return code;
  }

  private static Map<String, String> fields(ListRenumber.Change change) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("row", String.valueOf(change.row()));
    fields.put("old", change.before());
    fields.put("new", String.valueOf(change.now()));
    return fields;
  }
}
