package dev.chatstream.app;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.TableCommand;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.event.ModelCommand;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.DoublesCommand;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.watch.RunFigures;
import dev.chatstream.log.Logging;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.ui.Windows;
import java.util.Locale;

/// Hands each command to whoever does it; nothing is done on the loop's thread.
final class CommandRunner implements EventLoop.CommandSink {

  private final EventBus<Event> bus;
  private final Turns turns;
  private final StoreWorker store;
  private final LibraryWorker library;
  private final TableWorker table;
  private final SearchWorker search;
  private final JournalWorker journal;
  private final ServerLink server;
  private final ModelJobs models;
  private final TalkWorker talk;
  private final EngineLink engine;
  private final LogReader log;
  private final Conversions conversions;
  private final FiguresWatch figures;
  private final CareWorker care;
  private final RunsWorker runs;
  private final FileWriting files;
  private final ThemeFiles themes;

  CommandRunner(
      EventBus<Event> bus,
      StoreWorker store,
      LibraryWorker library,
      TableWorker table,
      SearchWorker search,
      JournalWorker journal,
      ServerLink server,
      TalkWorker talk,
      EngineLink engine,
      LogReader log,
      Conversions conversions,
      FiguresWatch figures,
      CareWorker care,
      RunsWorker runs,
      FileWriting files,
      ThemeFiles themes) {
    this.bus = bus;
    this.turns = new Turns(bus, journal);
    this.store = store;
    this.library = library;
    this.table = table;
    this.search = search;
    this.journal = journal;
    this.server = server;
    this.models = new ModelJobs(bus, server::server);
    this.talk = talk;
    this.engine = engine;
    this.log = log;
    this.conversions = conversions;
    this.figures = figures;
    this.care = care;
    this.runs = runs;
    this.files = files;
    this.themes = themes;
  }

  @Override
  public void run(Command command) {
    switch (command) {
      case Command.ForStore forStore -> store.submit(forStore);
      case Command.ForLibrary forLibrary -> library.submit(forLibrary);
      case TableCommand forTable -> table.submit(forTable);
      case Command.ForSearch forSearch -> search.submit(forSearch);
      case Command.StartTurn start -> start(start);
      case Command.StopTurn stop -> turns.stop(stop.turn());
      case Command.Connect connect -> server.connect();
      case Command.ConnectTo other -> server.connectTo(
          other.host(), () -> store.submit(new StoreCommand.KeepChoice("host", other.host())));
      // Ending a child process takes a while.
      case Command.StartEngine start -> Thread.ofVirtual().name("engine-start").start(engine::start);
      case Command.CancelEngine cancel -> Thread.ofVirtual().name("engine-cancel").start(engine::cancel);
      case ModelCommand forModels -> models.run(forModels);
      case RunCommand forRuns -> runs.submit(forRuns);
      case TalkCommand between -> talk.run(between);
      case Command.ConvertList list -> conversions.convert(list.list());
      case Command.ForFiles forFiles -> files.submit(forFiles);
      case Command.ForCare forCare -> care.submit(forCare);
      case DoublesCommand.CheckAppend check -> care.check(check);
      case Command.StopJob stop -> care.stop();
      case Command.ReadFigures wish -> figures.next(wish);
      case Command.ForLog forLog -> log.run(forLog);
      case WindowCommand other -> throw new IllegalArgumentException("for the windows: " + other);
    }
  }

  @Override
  public void showTheme(String name, Windows windows) {
    windows.setTheme(themes.read(name));
  }

  @Override
  public void usePreferences(WindowCommand.UsePreferences change, Windows windows) {
    Preferences now = change.now();
    if (now.differs(Preference.LOG_LEVEL, change.before())) {
      Logging.level(LogLevel.valueOf(now.text(Preference.LOG_LEVEL).toUpperCase(Locale.ROOT)));
    }
    if (now.differs(Preference.COLOURS, change.before()) || now.differs(Preference.THEME, change.before())) {
      ColourDepth depth = themes.useColours(now.text(Preference.COLOURS));
      windows.setColours(depth, themes.read(themes.chosen(now)));
    }
  }

  /// True when the store, the journal, a conversion and exports have written all that they were given.
  boolean settled() {
    return store.idle() && table.idle() && journal.idle() && conversions.idle() && files.idle() && runs.idle();
  }

  /// Keeps what this run measured of the store, if it measured anything.
  void keepFigures() {
    RunFigures run = figures.run();
    if (!run.timings().isEmpty()) {
      store.submit(new StoreCommand.KeepFigures(run));
    }
  }

  /// True when nobody is at work on the library as a whole.
  boolean caredFor() {
    return care.idle();
  }

  /// How many chats could not be written and are in memory only.
  int unwritten() {
    return store.unwritten();
  }

  /// Stops what is running; what the store was given is still written.
  void stop() {
    turns.stopAll();
    table.submit(new TableCommand.Close());
    conversions.stop();
    runs.stop();
    models.stop();
    talk.stop();
    journal.close();
    care.stop();
    engine.close();
  }

  private void start(Command.StartTurn command) {
    server.server().ifPresentOrElse(
        known -> turns.start(command, known),
        () -> Thread.ofVirtual().start(() -> bus.publishEnding(new Event.TurnFailed(
            command.turn(), new ModelError.Unreachable("The model server", "nobody has asked it yet")))));
  }
}
