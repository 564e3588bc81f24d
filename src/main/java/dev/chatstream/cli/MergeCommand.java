package dev.chatstream.cli;

import dev.chatstream.care.merge.MergePlan;
import dev.chatstream.care.merge.Merging;
import dev.chatstream.care.trash.Trashed;
import dev.chatstream.core.merge.MergeConflict;
import dev.chatstream.core.merge.MergeResult;
import dev.chatstream.core.merge.MergeRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Merges another version of a list into it.
@Command(
    name = "merge",
    description = {
      "Show what merging another version of a list into it would change (kind, index, columns, text; conflicts with "
          + "both values); with --apply do it. Rows are the same by their id, without one by their text.",
      "OTHER is a list of the library or the path of any file; without it, the newest sound copy in a backup. What "
          + "both sides changed is never decided by time: both values stay, the second in a row of its own."
    })
final class MergeCommand implements Callable<Integer> {

  private static final int SHOWN = 60;

  private final Session session;

  @Parameters(index = "0", paramLabel = "LIST", description = "the task list that is merged into")
  private String list;

  @Parameters(index = "1", arity = "0..1", paramLabel = "OTHER", description = "a list or a file")
  private String other;

  @Option(names = "--base", paramLabel = "FILE", description = "the version that both came from")
  private Path base;

  @Option(names = "--renumber", description = "number the rows 1, 2, 3 ...; else each keeps its index")
  private boolean renumber;

  @Option(names = "--apply", description = "do it")
  private boolean apply;

  @Option(names = "--undo", description = "take the last merge into LIST back")
  private boolean undo;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  MergeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Merging merging = new Merging(apply || undo ? session.careToWrite() : session.careToRead());
    if (undo) {
      LongJob.run(listener -> {
        merging.undo(list, listener);
        return list;
      });
      Streams.say(list + " is as it was before the last merge.");
      return ExitCode.DONE;
    }
    MergePlan plan = LongJob.run(listener -> merging.plan(
        list, Optional.ofNullable(other), Optional.ofNullable(base), Map.of(), renumber, listener));
    Output out = session.output();
    plan.result().changes().forEach(change -> out.entry(fields(change), json));
    plan.result().conflicts().forEach(conflict -> out.entry(fields(conflict), json));
    int code = out.end();
    String words = words(plan.result());
    if (plan.nothing()) {
      Streams.say("There is nothing to merge: " + list + " has it all.");
    } else if (!apply) {
      Streams.say("Nothing was changed. With --apply: " + words);
    } else {
      Trashed original = LongJob.run(listener -> merging.apply(plan, listener));
      Streams.say("Merged: " + words + " merge --undo " + list + " takes it back; trash restore " + original.id()
          + " has the list as it was.");
    }
    return code;
  }

  private static Map<String, String> fields(MergeResult.Change change) {
    MergeRow row = change.after() == null ? change.before() : change.after();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    fields.put("index", row.index());
    fields.put("columns", change.kind() == MergeResult.Kind.CHANGED ? columns(change) : "");
    fields.put("text", shown(row.content()));
    return fields;
  }

  private static String columns(MergeResult.Change change) {
    return String.join(" ", change.after().cells().keySet().stream()
        .filter(column -> !change.after().cell(column).equals(change.before().cell(column)))
        .toList());
  }

  private static Map<String, String> fields(MergeConflict conflict) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("kind", "conflict");
    fields.put("index", conflict.index());
    fields.put("columns", conflict.taken() ? "taken away on one side" : String.join(" ", conflict.columns()));
    fields.put("text", shown(conflict.text()));
    fields.put("ours", shown(String.join(" | ", conflict.ours())));
    fields.put("theirs", shown(String.join(" | ", conflict.theirs())));
    return fields;
  }

  private static String shown(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
  }

  private static String words(MergeResult result) {
    String doubled = result.doubledIndices().isEmpty()
        ? ""
        : " Two rows have the index " + String.join(", ", result.doubledIndices().stream().limit(5).toList())
            + (result.doubledIndices().size() > 5 ? " ..." : "") + "; --renumber numbers them anew.";
    return result.count(MergeResult.Kind.ADDED) + " added, " + result.count(MergeResult.Kind.CHANGED) + " changed, "
        + result.count(MergeResult.Kind.GONE) + " gone, " + result.conflicts().size() + " in conflict, of which both "
        + "values stay." + doubled;
  }
}
