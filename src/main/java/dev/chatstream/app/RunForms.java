package dev.chatstream.app;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.event.RunEvent;
import dev.chatstream.core.run.FrozenRow;
import dev.chatstream.core.run.PromptTemplate;
import dev.chatstream.core.run.RunField;
import dev.chatstream.core.run.RunForm;
import dev.chatstream.core.run.RunOffers;
import dev.chatstream.core.run.RunParameters;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.run.ServerModels;
import dev.chatstream.core.run.TimeSpan;
import dev.chatstream.model.ModelException;
import dev.chatstream.run.HostCheck;
import dev.chatstream.run.RunPlanner;
import dev.chatstream.run.RunRefused;
import dev.chatstream.run.Trial;
import dev.chatstream.store.StateFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.list.TaskListStore;
import dev.chatstream.store.list.TaskRows;
import dev.chatstream.store.run.AllowedServers;
import dev.chatstream.store.run.RunFolder;
import dev.chatstream.store.run.RunStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private final AllowedServers allowed;
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
    this.allowed = new AllowedServers(root);
    this.servers = servers;
    this.host = host;
  }

  /// Opens the form, filled in as the last run of this list was.
  void open(RunCommand.NewRun wish) throws StoreException, RunRefused {
    List<String> names = lists.names();
    if (names.isEmpty()) {
      throw new RunRefused(RunRefused.Kind.USAGE, "There is no task list yet.");
    }
    String remembered = new StateFile(root).read().state().list();
    String list = names.contains(wish.list())
        ? wish.list()
        : names.contains(remembered) ? remembered : names.getFirst();
    Optional<RunPlan> before = runs.all().stream().map(RunFolder::plan).filter(plan -> plan.list().equals(list))
        .findFirst();
    RunForm form = new RunForm(offers(names, wish.from()), texts(list, wish.from().model(), before),
        RunForm.Preview.UNKNOWN);
    RunForm chosen = wish.rows().map(rows -> form.with(RunField.ROWS, rows)).orElse(form);
    bus.publishEnding(new RunEvent.FormKnown(chosen, true));
    preview(chosen);
  }

  private RunOffers offers(List<String> names, ServerModels from) {
    try (RunServers known = servers.get()) {
      return new RunOffers(names, List.of(), from.models(), known.names());
    }
  }

  /// The servers are not taken from the last time: those of the chat are what the person sees.
  private static Map<RunField, String> texts(String list, String model, Optional<RunPlan> before) {
    Map<RunField, String> texts = new EnumMap<>(RunField.class);
    texts.put(RunField.LIST, list);
    texts.put(RunField.MODEL, model);
    texts.put(RunField.PROMPT, PromptTemplate.CONTENT.text());
    texts.put(RunField.ROWS, RunPlan.OPEN);
    texts.put(RunField.PARALLEL, "1");
    before.ifPresent(plan -> {
      texts.put(RunField.PROMPT, typed(plan.template().text()));
      texts.put(RunField.SYSTEM, typed(plan.settings().system()));
      texts.put(RunField.PARAMETERS, RunParameters.text(plan.settings()));
      texts.put(RunField.ROWS, plan.filter());
      texts.put(RunField.PARALLEL, String.valueOf(plan.parallel()));
      texts.put(RunField.TOKENS, plan.limits().tokens() > 0 ? String.valueOf(plan.limits().tokens()) : "");
      texts.put(RunField.TIME, plan.limits().time().map(TimeSpan::text).orElse(""));
    });
    return texts;
  }

  private static String typed(String lines) {
    return lines.replace("\n", "\\n");
  }

  /// Tells what it would do.
  void preview(RunForm form) {
    RunForm known = form;
    try (TaskRows rows = lists.read(form.list())) {
      known = form.withColumns(rows.columns());
      bus.publishEnding(new RunEvent.FormKnown(known.with(look(known)), false));
    } catch (StoreException unreadable) {
      bus.publishEnding(new RunEvent.FormKnown(known.with(refused(unreadable.failure().sentence())), false));
    }
  }

  private RunForm.Preview look(RunForm form) throws StoreException {
    try {
      RunPlanner.Preview seen = planner.preview(plan(form), SHOWN);
      List<String> prompts = seen.first().stream().map(row -> "#" + row.index() + "  " + row.prompt()).toList();
      String told = form.models().isEmpty()
          ? "Which model? Change the line above."
          : seen.unfinished()
              .map(plan -> "Run " + plan.id() + " of this list isn't finished; this would be another one.").orElse("");
      return new RunForm.Preview(
          seen.rows(), seen.empty(), prompts, told, !form.models().isEmpty(), RunForm.Trial.NONE);
    } catch (RunRefused refused) {
      return refused(refused.getMessage());
    }
  }

  private static RunForm.Preview refused(String sentence) {
    return new RunForm.Preview(0, 0, List.of(), sentence, false, RunForm.Trial.NONE);
  }

  private RunPlan plan(RunForm form) {
    List<String> where = form.hosts().isEmpty() ? List.of(host.get().orElse("")) : form.hosts();
    return new RunPlan("", Instant.now(), form.list(), form.prompt(), form.text(RunField.ROWS).strip(), 0,
        form.models(), form.settings(), form.parallel(), where, form.limits());
  }

  /// Asks about the first row, on a thread of its own, and tells what came.
  void tryRow(RunForm form) throws StoreException, RunRefused {
    RunPlan plan = plan(form);
    if (mayStart(plan, true)) {
      List<FrozenRow> first = planner.preview(plan, 1).first();
      Thread.ofVirtual().name("try-row")
          .start(() -> bus.publishEnding(new RunEvent.RowTried(tried(plan, first.getFirst()))));
    }
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

  /// Makes the run, once it is known that somebody answers.
  ///
  /// @return empty when the person is asked first whether rows may leave this machine
  Optional<RunFolder> make(RunForm form, OwnRun own) throws StoreException, RunRefused {
    own.refuseSecond();
    RunPlan plan = plan(form);
    if (!mayStart(plan, false)) {
      return Optional.empty();
    }
    try (RunServers known = servers.get()) {
      List<String> answering = plan.hosts().stream().filter(name -> !name.equals(RunPlan.EMBEDDED)).toList();
      if (!answering.isEmpty()) {
        HostCheck.of(known.open(answering, Logger::info), plan.models());
      }
      return Optional.of(planner.make(plan));
    } catch (InterruptedException nobodyMayDoThis) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// What refused it is said in the form, which stays as it was typed.
  void refuse(RunForm form, String why) {
    bus.publishEnding(new RunEvent.FormKnown(form.with(form.preview().possible(why, true)), false));
  }

  void allow(List<String> where) throws StoreException {
    allowed.allow(where);
  }

  private boolean mayStart(RunPlan plan, boolean trial) throws RunRefused, StoreException {
    if (plan.hosts().contains("")) {
      throw new RunRefused(RunRefused.Kind.NO_MODEL, "No model server answers yet.");
    }
    try (RunServers known = servers.get()) {
      List<String> asked = allowed.missing(known.strangers(plan.hosts()));
      if (!asked.isEmpty()) {
        bus.publishEnding(new RunEvent.SendingAsked(asked, trial));
      }
      return asked.isEmpty();
    }
  }
}
