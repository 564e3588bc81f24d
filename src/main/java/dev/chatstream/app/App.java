package dev.chatstream.app;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.PersonalEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.model.Wishes;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.reduce.Reducer;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.PersonalState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.engine.host.EngineException;
import dev.chatstream.log.Logging;
import dev.chatstream.store.SettingsFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.SshTerminal;
import dev.chatstream.term.TerminalTraits;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.Windows;
import dev.chatstream.ui.dialog.Dialogs;
import dev.chatstream.ui.dialog.Facts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.tinylog.Logger;

/// The screen: the one place where its parts are built and joined. Whatever the first frame does not show is loaded
/// after it.
public final class App {

  private static final int BUS_CAPACITY = 4096;

  private final Options options;
  private final DataRoot root;
  private final Map<String, String> environment;
  private final EventBus<Event> bus = new EventBus<>(BUS_CAPACITY, Event.TokenReceived.class::isInstance);
  private final InstantSource clock = InstantSource.system();

  /// @param root checked already: a screen never opens on a folder that can't be used
  public App(Options options, DataRoot root, Map<String, String> environment) {
    this.options = options;
    this.root = root;
    this.environment = environment;
  }

  /// Shows the screen until the person quits or the terminal goes away.
  ///
  /// @return the exit code
  /// @throws IOException if standard input is no terminal
  /// @throws UsageException if a flag names a theme that is not there
  public int run() throws IOException, InterruptedException, EngineException, UsageException {
    SshTerminal terminal = SshTerminal.open(environment, new BusListener(bus));
    TerminalTraits traits = terminal.traits();
    ThemeFiles themes = new ThemeFiles(List.of(root.themes(), options.project().resolve("themes")), traits);
    Preferences preferences = new SettingsFile(root).read();
    DiffScreen screen = terminal.newScreen();
    screen.setDepth(themes.useColours(preferences.text(Preference.COLOURS)));
    AppState state = begin(preferences);
    KeyFiles keys = new KeyFiles(root);
    Parts parts = new Parts(options, root, environment, bus, themes, clock);
    EventLoop[] loop = new EventLoop[1];
    Look look = new Look(themes.read(themeName(preferences, themes)), keys.keys(), ZoneId::systemDefault);
    Facts facts = new Facts(parts.engineWords(), themes::known, parts::hostNames);
    Windows windows = new Windows(
        screen, look, new Dialogs(look, facts, event -> loop[0].fromWindow(event)), state,
        event -> loop[0].fromWindow(event));
    Reducer reducer = new Reducer(() -> Ids.next(clock.instant()), ZoneId::systemDefault);
    loop[0] = new EventLoop(
        bus, reducer, state,
        new EventLoop.Screenful(windows, screen, new TerminalDisplay(terminal, new Guests(root, environment, bus))),
        parts.runner(),
        clock, new Line(System::nanoTime, slow(preferences)));
    Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> {
      // Nothing may be printed over the screen, and nobody may die without a word.
      Logger.error(bug, "a bug in the thread {}", thread.getName());
      bus.publishEnding(new Event.Said("Something went wrong: a bug. The log says more; your chat is kept."));
    });
    terminal.start();
    loop[0].draw();
    Signals.listen(bus);
    Thread.ofVirtual().name("startup").start(() -> startUp(parts, themes, keys, preferences));
    return new Shutdown(loop[0], parts.runner(), new Shutdown.Ending(terminal::close, StandardError::say))
        .runUntilEnd();
  }

  private AppState begin(Preferences preferences) {
    Instant now = clock.instant();
    Chat chat = Chat.empty(Ids.next(now), now);
    ChatState empty = ChatState.of(chat, "", new SaveState.Empty())
        .withContext(preferences.number(Preference.WINDOW), 0);
    AppState state = AppState.begin(now, empty, options.model().orElse(""));
    // The mistakes are told when there is a screen.
    return state.with(PersonalState.USUAL.with(preferences.with(List.of())))
        .with(state.server().with(state.server().watch().with(Wishes.of(preferences))));
  }

  private OptionalInt slow(Preferences preferences) {
    String slow = preferences.text(Preference.SLOW_LINE);
    boolean set = !slow.equals("auto") && !slow.equals("off");
    return options.slow().isPresent() || !set
        ? options.slow()
        : OptionalInt.of(slow.equals("on") ? 0 : Integer.parseInt(slow));
  }

  private String themeName(Preferences preferences, ThemeFiles themes) throws UsageException {
    if (options.theme().isPresent()) {
      String wanted = options.theme().get();
      if (!themes.has(wanted)) {
        throw new UsageException(
            "There is no theme " + wanted + ". There are: " + String.join(", ", themes.names()) + ".");
      }
      return wanted;
    }
    return themes.chosen(preferences);
  }

  private void writeVersion() {
    try {
      root.writeVersion();
    } catch (StoreException failed) {
      bus.publishEnding(new Event.StoreRefused(failed.failure()));
    }
  }

  /// What comes after the first frame: the log first, so that everything else stands in it.
  private void startUp(Parts parts, ThemeFiles themes, KeyFiles keys, Preferences preferences) {
    Path file = root.logFile();
    boolean flag = options.logLevel() != LogLevel.INFO;
    LogLevel level = flag
        ? options.logLevel()
        : LogLevel.valueOf(preferences.text(Preference.LOG_LEVEL).toUpperCase(Locale.ROOT));
    Logging.start(file, level, (line, inFile) -> bus.offer(new Event.LogAppended(line, inFile)));
    Logger.info("started, data root {}", root.folder());
    writeVersion();
    parts.start();
    if (options.embedded()) {
      bus.publishEnding(new Event.ActionTriggered(Action.ENGINE));
    }
    parts.runner().run(new StoreCommand.Remember());
    parts.runner().run(new WritingCommand.TakeInput());
    parts.runner().run(new WritingCommand.ReadPrompts(false));
    parts.runner().run(new StoreCommand.Recover());
    themes.readAhead();
    bus.publishEnding(new PersonalEvent.PreferencesRead(preferences));
    keys.tell(bus);
    if (options.training()) {
      parts.rehearse();
      Training.run(parts.runner());
    }
  }
}
