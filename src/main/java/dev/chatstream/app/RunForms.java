package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.model.ChatSettings;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunLimits;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.model.ModelException;
import dev.chatstream.run.RunPlanner;
import dev.chatstream.run.RunRefused;
import dev.chatstream.run.Trial;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// Puts runs together: what a list has, what a run would do, one row tried. Called on the runs' thread.
final class RunForms {

  private static final int SHOWN = 3;

  private final EventBus<Event> bus;
  private final DataRoot root;
  private final TaskListStore lists;
  private final RunStore runs;
  private final RunPlanner planner;
  private final Supplier<RunServers> servers;
  private final Supplier<Optional<String>> host;

  /// @param servers makes those of a run
  /// @param host the server of the screen, as a plan names it; empty while there is none
  RunForms(EventBus<Event> bus, DataRoot root, Supplier<RunServers> servers, Supplier<Optional<String>> host) {
    this.bus = bus;
    this.root = root;
    this.lists = new TaskListStore(root, InstantSource.system());
    this.runs = new RunStore(root);
    this.planner = new RunPlanner(lists, runs);
    this.servers = servers;
    this.host = host;
  }

  /// Opens the form, filled in as the last run of this list was.
  ///
  /// @param wanted the list; empty for the one that was used last
  void open(String wanted, String model) throws StoreException, RunRefused {
    List<String> names = lists.names();
    if (names.isEmpty()) {
      throw new RunRefused(RunRefused.Kind.USAGE, "There is no task list yet.");
    }
    String remembered = new StateFile(root).read().state().list();
    String list = names.contains(wanted) ? wanted : names.contains(remembered) ? remembered : names.getFirst();
    Optional<RunPlan> before = runs.all().stream().map(RunFolder::plan).filter(plan -> plan.list().equals(list))
        .findFirst();
    RunForm form = new RunForm(list, names, List.of(), model,
        before.map(plan -> plan.template().text().replace("\n", "\\n")).orElse(PromptTemplate.CONTENT.text()),
        before.map(RunPlan::filter).orElse(RunPlan.OPEN), before.map(RunPlan::parallel).orElse(1),
        RunForm.Preview.UNKNOWN);
    bus.publishEnding(new RunEvent.FormKnown(form, true));
    preview(form);
  }

  /// Tells what it would do.
  void preview(RunForm form) throws StoreException {
    RunForm known = form;
    try (TaskRows rows = lists.read(form.list())) {
      known = new RunForm(form.list(), form.lists(), rows.columns(), form.models(), form.template(), form.filter(),
          form.parallel(), form.preview());
    } catch (StoreException unreadable) {
      bus.publishEnding(new RunEvent.FormKnown(form.with(refused(unreadable.failure().sentence())), false));
      return;
    }
    bus.publishEnding(new RunEvent.FormKnown(known.with(look(known)), false));
  }

  private RunForm.Preview look(RunForm form) throws StoreException {
    try {
      RunPlanner.Preview seen = planner.preview(plan(form), SHOWN);
      List<String> prompts = seen.first().stream().map(row -> "#" + row.index() + "  " + row.prompt()).toList();
      String told = form.models().isBlank()
          ? "Which model? Change the line above."
          : seen.unfinished()
              .map(plan -> "Run " + plan.id() + " of this list isn't finished; this would be another one.").orElse("");
      return new RunForm.Preview(
          seen.rows(), seen.empty(), prompts, told, !form.models().isBlank(), RunForm.Trial.NONE);
    } catch (RunRefused refused) {
      return refused(refused.getMessage());
    }
  }

  private static RunForm.Preview refused(String sentence) {
    return new RunForm.Preview(0, 0, List.of(), sentence, false, RunForm.Trial.NONE);
  }

  private RunPlan plan(RunForm form) {
    List<String> models = Arrays.stream(form.models().split(",")).map(String::strip).filter(name -> !name.isEmpty())
        .distinct().toList();
    return new RunPlan("", Instant.now(), form.list(), form.prompt(), form.filter().strip(), 0, models,
        ChatSettings.NONE, form.parallel(), List.of(host.get().orElse("")), RunLimits.NONE);
  }

  /// Asks about the first row, on a thread of its own, and tells what came.
  void tryRow(RunForm form) throws StoreException, RunRefused {
    requireServer();
    RunPlan plan = plan(form);
    List<FrozenRow> first = planner.preview(plan, 1).first();
    Thread.ofVirtual().name("try-row")
        .start(() -> bus.publishEnding(new RunEvent.RowTried(tried(plan, first.getFirst()))));
  }

  private RunForm.Trial tried(RunPlan plan, FrozenRow row) {
    try (RunServers own = servers.get()) {
      Trial trial = Trial.of(plan, own.open(plan.hosts(), Logger::info).getFirst(), row);
      return new RunForm.Trial(false, trial.millis(), trial.answer());
    } catch (ModelException failed) {
      return new RunForm.Trial(false, -1, failed.error().happened());
    } catch (RunRefused refused) {
      return new RunForm.Trial(false, -1, refused.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return RunForm.Trial.NONE;
    }
  }

  /// Makes the run.
  RunFolder make(RunForm form, OwnRun own) throws StoreException, RunRefused {
    own.refuseSecond();
    requireServer();
    return planner.make(plan(form));
  }

  private void requireServer() throws RunRefused {
    if (host.get().isEmpty()) {
      throw new RunRefused(RunRefused.Kind.NO_MODEL, "No model server answers yet.");
    }
  }
}
