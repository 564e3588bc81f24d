package dev.chatstream.cli;

import dev.chatstream.app.RunServers;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.model.ModelException;
import dev.chatstream.run.HostCheck;
import dev.chatstream.run.RunPlanner;
import dev.chatstream.run.RunRefused;
import dev.chatstream.run.Trial;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import dev.chatstream.ui.text.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sends the rows of a task list to a model.
@Command(
    name = "run",
    description = "Ask a model about each row of a task list; results to standard output as JSON lines. Row by row, "
        + "what is done is on the disk: resume goes on after whatever ended it.")
final class RunCommand implements Callable<Integer> {

  private static final int SHOWN = 3;

  private final Session session;

  @Parameters(index = "0", paramLabel = "LIST", description = "the task list")
  private String list;

  @Option(names = "--prompt", paramLabel = "FILE", description = "a file with the prompt; {{column}} is filled in")
  private Path promptFile;

  @Option(names = "--template", paramLabel = "TEXT", description = "the prompt itself (default: {{content}})")
  private String template;

  @Option(names = "--system", paramLabel = "TEXT", description = "a system prompt")
  private String system = "";

  @Option(names = "--filter", paramLabel = "F",
      description = "which rows: status:open prio:A #12-20 tag:x \"words\" (default: status:open; \"\" is all)")
  private String filter = RunPlan.OPEN;

  @Option(names = "--parallel", paramLabel = "N", description = "rows at once, 1 to 8 (default: 1)")
  private int parallel = 1;

  @Option(names = "--hosts", paramLabel = "H,H", split = ",", description = "several servers that share the rows")
  private List<String> hosts = List.of();

  @Option(names = "--set", paramLabel = "K=V", description = "a parameter such as temperature=0.2; may be repeated")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(names = "--limit-tokens", paramLabel = "N", description = "stop after so many tokens of answers")
  private long limitTokens;

  @Option(names = "--limit-time", paramLabel = "D", description = "stop after this time, such as 90s, 30m or 8h")
  private String limitTime;

  @Option(names = "--stall", paramLabel = "D", description = "how long an answer may be silent (default: 2m)")
  private String stall;

  @Option(names = "--try", description = "ask about the first row only, and say how long all would take")
  private boolean trial;

  @Option(names = "--detach", description = "in a process of its own, which outlives this terminal")
  private boolean detach;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    DataRoot root = session.rootToWrite();
    RunStore runs = new RunStore(root);
    RunPlanner planner = new RunPlanner(new TaskListStore(root, InstantSource.system()), runs);
    try {
      RunPlan plan = plan(root);
      RunPlanner.Preview preview = planner.preview(plan, SHOWN);
      say(preview, plan);
      if (trial) {
        return trial(root, plan, preview);
      }
      requireHosts(root, plan);
      RunFolder run = planner.make(plan);
      Streams.say("Run " + run.plan().id() + ": " + Words.count(run.plan().jobs(), "row") + " of " + preview.list()
          + ", " + String.join(", ", plan.models()) + ".");
      return detach ? Detached.start(session, root, run, false) : new Sitting(session, root, run).run(false, false);
    } catch (RunRefused refused) {
      throw failed(refused);
    } catch (StoreException refused) {
      throw Session.failed(refused);
    }
  }

  private static void say(RunPlanner.Preview preview, RunPlan plan) {
    if (preview.empty() > 0) {
      Streams.say(Words.count(preview.empty(), "row") + " of " + preview.list()
          + " with nothing to ask about will be skipped.");
    }
    preview.unfinished().ifPresent(other -> Streams.say("Run " + other.id() + " of " + preview.list()
        + " isn't finished; to go on with that one instead: run.sh resume " + other.id()));
    for (FrozenRow row : plan.rows() == 0 ? preview.first() : List.<FrozenRow> of()) {
      String prompt = row.prompt().strip().replace('\n', ' ');
      Streams.say("  #" + row.index() + "  " + (prompt.length() > 70 ? prompt.substring(0, 67) + "..." : prompt));
    }
  }

  /// A run that nobody can answer is not made. An engine of its own is only started for the run itself.
  private void requireHosts(DataRoot root, RunPlan plan) throws RunRefused, InterruptedException {
    if (!plan.hosts().contains(RunPlan.EMBEDDED)) {
      try (RunServers servers = new RunServers(session.options(), root, session.environment())) {
        HostCheck.of(servers.open(plan.hosts(), Streams::say), plan.models());
      }
    }
  }

  private int trial(DataRoot root, RunPlan plan, RunPlanner.Preview preview)
      throws RunRefused, InterruptedException {
    try (RunServers servers = new RunServers(session.options(), root, session.environment())) {
      Trial tried = Trial.of(plan, servers.open(plan.hosts(), Streams::say).getFirst(), preview.first().getFirst());
      Output out = session.output();
      out.line(RunLines.json(tried, plan));
      int answers = preview.rows() * plan.models().size();
      Streams.say("One row took " + Words.time(tried.millis() * 1_000_000) + ". "
          + Words.count(answers, "row") + " take about "
          + Words.span(tried.estimate(answers, 1).toSeconds() + 1) + " one after the other.");
      return out.end();
    } catch (ModelException failed) {
      throw new Failed(ExitCode.FAILED, failed.error().happened());
    }
  }

  private RunPlan plan(DataRoot root) {
    if (parallel < 1 || parallel > RunPlan.MOST_PARALLEL) {
      throw new Failed(ExitCode.USAGE, "--parallel takes 1 to " + RunPlan.MOST_PARALLEL + ", not " + parallel + ".");
    }
    try (RunServers servers = new RunServers(session.options(), root, session.environment())) {
      String named = session.options().model().orElse(servers.usualModel());
      List<String> models = new ArrayList<>(List.of(named.split(",")));
      models.replaceAll(String::strip);
      models.removeIf(String::isEmpty);
      if (models.isEmpty()) {
        throw new Failed(ExitCode.USAGE, "Which model? Name one with --model.");
      }
      List<String> where = hosts.isEmpty() ? List.of(servers.usual()) : hosts;
      return new RunPlan("", Instant.now(), list, prompt(), filter.strip(), 0, models.stream().distinct().toList(),
          RunOptions.settings(system, set), parallel, where, limits());
    }
  }

  private PromptTemplate prompt() {
    if (promptFile != null && template != null) {
      throw new Failed(ExitCode.USAGE, "Either --prompt or --template, not both.");
    }
    if (promptFile != null) {
      return new PromptTemplate(RunOptions.read(promptFile));
    }
    return template == null ? PromptTemplate.CONTENT : new PromptTemplate(template);
  }

  private RunLimits limits() {
    return new RunLimits(
        Math.max(0, limitTokens), RunOptions.span("--limit-time", limitTime),
        RunOptions.span("--stall", stall).orElse(RunLimits.NONE.stall()));
  }

  static Failed failed(RunRefused refused) {
    int code = switch (refused.kind()) {
      case USAGE -> ExitCode.USAGE;
      case NO_MODEL -> ExitCode.NO_MODEL;
      case BUSY -> ExitCode.FAILED;
    };
    return new Failed(code, refused.getMessage());
  }
}
