package dev.chatstream.cli;

import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.run.RunFollower;
import dev.chatstream.run.RunResults;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The runs, and what came of them.
@Command(name = "runs", description = "List the runs, the newest first; or print or keep the results of one.")
final class RunsCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", arity = "0..1", paramLabel = "RUN",
      description = "its id, or the end of it (default: the last run)")
  private String name = "";

  @Option(names = "--results", description = "every row of the run once, in its order, as JSON lines")
  private boolean results;

  @Option(names = "--report", description = "times, tokens and failures, as Markdown; as HTML to a FILE.html with -o")
  private boolean report;

  @Option(names = "--compare", arity = "0..1", fallbackValue = "", paramLabel = "OTHER",
      description = "row by row beside another run of these rows, or the models of this one, as JSON lines")
  private String other;

  @Option(names = "--to-list", paramLabel = "NAME", description = "make a list of the answers")
  private String list;

  @Option(names = "--to-column", arity = "0..1", fallbackValue = "result", paramLabel = "COLUMN",
      description = "write the answers into the list that was run (default: result)")
  private String column;

  @Option(names = "--to-files", paramLabel = "DIR",
      description = "a text and a JSON file for each row, in a new folder")
  private Path folder;

  @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "a file for the report")
  private Path file;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  RunsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      Output out = session.output();
      if (list != null || column != null || folder != null) {
        RunKeeper keeper = new RunKeeper(session.rootToWrite(), name, out);
        return list != null ? keeper.list(list) : column != null ? keeper.column(column) : keeper.files(folder);
      }
      RunStore runs = new RunStore(session.rootToRead());
      if (results) {
        print(runs.find(name), out);
      } else if (report) {
        RunReports.report(runs.find(name), file, out);
      } else if (other != null) {
        RunReports.compare(runs, runs.find(name), other, out);
      } else {
        for (RunFolder run : runs.all()) {
          if (run.plan().id().endsWith(name)) {
            out.entry(entry(run), json);
          }
        }
      }
      return out.end();
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private static void print(RunFolder run, Output out) throws StoreException {
    try (RunResults results = RunResults.of(run)) {
      for (int job = 0; job < run.plan().jobs(); job++) {
        out.line(RunLines.json(results.result(job)));
      }
    }
  }

  private static Map<String, String> entry(RunFolder run) throws StoreException {
    RunFollower follower = new RunFollower(run);
    RunProgress progress = follower.look(job -> {});
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("id", run.plan().id());
    entry.put("list", run.plan().list());
    entry.put("models", String.join(",", run.plan().models()));
    entry.put("state", progress.phase().title());
    entry.put("done", follower.board().count(RowState.DONE) + "/" + progress.total());
    entry.put("failed", String.valueOf(progress.failed()));
    entry.put("skipped", String.valueOf(progress.skipped()));
    boolean runs = progress.phase() != RunPhase.STOPPED && progress.phase() != RunPhase.FINISHED;
    entry.put("by", runs ? run.owner() : "");
    return entry;
  }
}
