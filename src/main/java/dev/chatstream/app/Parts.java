package dev.chatstream.app;

import dev.chatstream.care.work.Care;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.run.RunPlan;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.engine.host.EngineCache;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.engine.host.EngineModel;
import dev.chatstream.engine.host.EngineOptions;
import dev.chatstream.store.chat.ChatPreviews;
import dev.chatstream.store.chat.ChatScan;
import dev.chatstream.store.HostsFile;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.FileOps;
import dev.chatstream.store.list.PendingEdits;
import dev.chatstream.store.list.TaskListStore;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// The workers behind the screen, built and joined.
final class Parts {

  private static final String DEFAULT_HOST = "http://127.0.0.1:11434";

  private final StoreWorker store;
  private final LibraryWorker library;
  private final TableWorker table;
  private final SearchWorker search;
  private final FileWatcher watcher;
  private final JournalWorker journal;
  private final CareWorker care;
  private final RunsWorker runs;
  private final Hosts hosts;
  private final ServerLink server;
  private final TalkWorker talk;
  private final CommandRunner runner;
  private final String engineWords;

  Parts(
      Options options,
      DataRoot root,
      Map<String, String> environment,
      EventBus<Event> bus,
      ThemeFiles themes,
      InstantSource clock)
      throws EngineException {
    journal = new JournalWorker(
        root, FileOps.DISK, clock, failure -> bus.publishEnding(new Event.StoreRefused(failure)));
    Care cared = new Care(root, clock, FileOps.DISK);
    care = new CareWorker(bus, cared);
    StoreCommands commands =
        new StoreCommands(root, FileOps.DISK, clock, new CareBin(cared), journal::saved, new BackupCopies(cared));
    store = new StoreWorker(bus, command -> {
      // A save right after Enter would take disk and processor from the question, which somebody waits for.
      journal.letQuestionsPass();
      return commands.run(command);
    });
    watcher = new FileWatcher(bus, root);
    library = new LibraryWorker(bus, new LibraryCommands(root, clock));
    table = new TableWorker(
        wanted -> new TableCommands(root, FileOps.DISK, clock, bus::publishEnding, wanted),
        () -> settleLists(root, clock));
    search = new SearchWorker(
        bus, new SearchCommands(
            new ChatScan(root, ChatScan.Limits.USUAL, System::nanoTime), new ChatPreviews(root), System::nanoTime));
    hosts = new Hosts(
        new HostsFile(root)::read, environment, Keys.of(environment), problem -> {
          Logger.warn(problem);
          bus.publishEnding(new Event.Warned(problem));
        });
    server = new ServerLink(
        bus, () -> address(options, environment, commands.state().host()),
        hosts);
    EngineOptions engine = engine(options, environment);
    engineWords = EngineLink.describe(engine, environment);
    EngineLink link = new EngineLink(bus, Engine.starter(engine), server);
    LogReader log = new LogReader(bus, root.logFile());
    Conversions conversions = new Conversions(bus, root, clock);
    FiguresWatch figures = new FiguresWatch(bus, root, clock);
    runs = runs(options, root, environment, bus);
    talk = new TalkWorker(bus, root, clock, server::server);
    runner = new CommandRunner(
        bus, store, library, table, search, journal, server, talk, link, log, conversions, figures, care, runs,
        new FileWriting(bus, new FileCommands(root, clock, ZoneId::systemDefault)), themes);
  }

  void start() {
    store.start();
    library.start();
    table.start();
    search.start();
    talk.start();
    watcher.start();
    journal.start();
    journal.prepare();
    care.start();
    runs.start();
  }

  /// Those behind the screen ask the server of the screen.
  private RunsWorker runs(Options options, DataRoot root, Map<String, String> environment, EventBus<Event> bus) {
    Supplier<RunServers> servers = () -> new RunServers(options, root, environment);
    OwnRun own = new OwnRun(bus, servers, () -> server.server().filter(EngineServer.class::isInstance));
    return new RunsWorker(bus, root,
        new RunForms(bus, root, servers, () -> server.server().map(known -> known instanceof EngineServer
            ? RunPlan.EMBEDDED
            : server.label().filter(hosts.names()::contains).orElse(known.endpoint().uri().toString()))),
        own);
  }

  /// What a program that was killed had changed in lists goes into their files.
  private static void settleLists(DataRoot root, InstantSource clock) {
    try {
      PendingEdits.settleAll(root, FileOps.DISK, new TaskListStore(root, clock).names());
    } catch (StoreException unreadable) {
      Logger.warn("the task lists can't be looked through: {}", unreadable.failure().sentence());
    }
  }

  /// Loads what a turn needs, without a server.
  void rehearse() {
    server.rehearse();
  }

  CommandRunner runner() {
    return runner;
  }

  /// The names of model servers that the person's file has.
  List<String> hostNames() {
    return hosts.names();
  }

  /// What starting the embedded engine would mean, in one sentence.
  String engineWords() {
    return engineWords;
  }

  /// The engine that these options ask for.
  static EngineOptions engine(Options options, Map<String, String> environment) throws EngineException {
    EngineModel model = options.engineModel().isPresent()
        ? EngineModel.of(options.engineModel().get(), options.engineSha256().orElse(""))
        : EngineModel.standard();
    return new EngineOptions(model, EngineCache.of(environment), ChatState.DEFAULT_CONTEXT);
  }

  /// The server: by flag, by OLLAMA_HOST, the last choice, or Ollama's own default.
  static String address(Options options, Map<String, String> environment, String last) {
    String asked = options.host().orElse(environment.getOrDefault("OLLAMA_HOST", ""));
    String host = asked.isBlank() ? last : asked;
    return host.isBlank() ? DEFAULT_HOST : host;
  }
}
