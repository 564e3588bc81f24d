package dev.chatstream.testing;

import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.app.DirectLog;
import dev.chatstream.app.DirectStore;
import dev.chatstream.app.Display;
import dev.chatstream.app.EventLoop;
import dev.chatstream.app.Line;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Metrics;
import dev.chatstream.core.event.Clip;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.failure.ModelError;
import dev.chatstream.core.failure.StoreFailure;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.reduce.Reducer;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.log.LineFormat;
import dev.chatstream.store.KeysFile;
import dev.chatstream.store.StoreException;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.term.Clipboard;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.Frame;
import dev.chatstream.term.TerminalTraits;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.Windows;
import dev.chatstream.ui.dialog.Dialogs;
import dev.chatstream.ui.dialog.Facts;
import dev.chatstream.ui.keys.DefaultKeys;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.keys.KeyOverrides;
import dev.chatstream.ui.keys.Keymap;
import dev.chatstream.ui.theme.ThemeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Sits at the screen in a person's place: presses keys and reads what stands there. The loop, the windows, the
/// reducers and the store are the real ones; their frames go to a terminal in memory, the model is a script, the clock
/// stands still until it is told to go on. Nothing waits: after each step the loop ticks until it has nothing more to
/// do.
public final class Pilot {

  /// When every test begins.
  public static final Instant START = Instant.parse("2026-11-23T14:03:00Z");

  /// What a server that does not run answers.
  public static final Event SILENCE =
      new Event.ServerSilent("localhost:11434", new ModelError.Unreachable("localhost:11434", "connection refused"));

  private static final byte[] NO_WRAP = "\u001b[?7l".getBytes(StandardCharsets.US_ASCII);
  private static final TerminalTraits TRAITS = new TerminalTraits(ColourDepth.SIXTEEN, true, true);

  private final EventBus<Event> bus = new EventBus<>(1 << 16);
  private final VirtualTerminal terminal;
  private final DirectStore store;
  private final ScriptedWorld world;
  private final Windows windows;
  private final EventLoop loop;
  private Instant now = START;
  private long lastId;
  private boolean told;
  private WindowCommand.ForGuest guest;
  private String copied = "";
  private final Path home;

  private Pilot(int columns, int rows, Path folder, Event server) throws StoreException {
    home = folder;
    terminal = new VirtualTerminal(columns, rows);
    terminal.write(NO_WRAP, 0, NO_WRAP.length);
    ThemeReader themes = new ThemeReader(TRAITS, ProjectThemes::text);
    store = new DirectStore(DataRoot.open(folder), () -> now);
    world = new ScriptedWorld(store, new DirectLog(logFile()), themes, server, this::publish);
    DiffScreen screen = new DiffScreen(columns, rows, TRAITS);
    AppState state = AppState.begin(now, ChatState.of(Chat.empty(nextId(), now), "", new SaveState.Empty()), "");
    Look look = new Look(themes.read(ThemeReader.ROOT), keys(folder), () -> ZoneOffset.UTC);
    Facts facts = new Facts(
        "downloads 98 MB once, to ~/.cache/async-chat-stream",
        () -> List.of("contrast", "dark", "light", "mono", "terminal"),
        () -> List.of("gpu-box", "lab"));
    Dialogs dialogs = new Dialogs(look, facts, this::fromWindow);
    windows = new Windows(screen, look, dialogs, state, this::fromWindow);
    loop = new EventLoop(
        bus,
        new Reducer(this::nextId, () -> ZoneOffset.UTC),
        state,
        new EventLoop.Screenful(windows, screen, new InMemory()),
        world,
        () -> now,
        new Line(System::nanoTime, OptionalInt.empty()));
  }

  /// A program that has just started, on a server with these models.
  public static Pilot start(int columns, int rows, Path folder, ModelInfo... models) {
    return start(columns, rows, folder, new Event.ServerAnswered("localhost:11434", "0.33.1", List.of(models)));
  }

  /// A program that has just started, on a server that answers like this.
  public static Pilot start(int columns, int rows, Path folder, Event server) {
    try {
      Pilot pilot = new Pilot(columns, rows, folder, server);
      pilot.world.run(new StoreCommand.Remember());
      return pilot.idle();
    } catch (StoreException e) {
      throw new AssertionError(e.failure().sentence(), e);
    }
  }

  /// A model that can chat.
  public static ModelInfo model(String name, String label, double billions) {
    long parameters = (long) (billions * 1e9);
    return new ModelInfo(name, parameters * 6 / 10, parameters, label, "Q4_K_M", "llama", Set.of("completion"), 40_960);
  }

  /// From now on its ids are others than those of a second window.
  public Pilot idsFrom(long first) {
    lastId = first;
    return this;
  }

  /// As at a real start: the person's file over the program's keys.
  private static Keymap keys(Path folder) throws StoreException {
    List<String> lines = new KeysFile(DataRoot.open(folder)).lines();
    return KeyOverrides.over(DefaultKeys.keymap(), lines).keys();
  }

  private UUID nextId() {
    return new UUID(0x0190_0000_0000_7000L, ++lastId);
  }

  private void publish(Event event) {
    told = true;
    bus.publishEnding(event);
  }

  private void fromWindow(Event event) {
    loop.fromWindow(event);
  }

  /// Ticks until nobody has anything more to say, and the last frame shows it.
  private Pilot idle() {
    try {
      do {
        told = false;
        loop.tick(0);
      } while (told);
      // Means nothing to anybody, but is no token: what is on the screen is drawn at once.
      bus.publishEnding(new Event.ChoiceKept());
      loop.tick(0);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return this;
  }

  /// Something happens.
  public Pilot on(Event event) {
    publish(event);
    return idle();
  }

  /// Presses keys, written as in the help, parted by commas.
  public Pilot press(String keys) {
    for (String key : keys.split(", ")) {
      on(new Event.KeyPressed(KeyNames.parse(key)));
    }
    return this;
  }

  /// Types, one key after the other.
  public Pilot type(String text) {
    text.codePoints().forEach(code -> on(new Event.KeyPressed(Key.text(Character.toString(code)))));
    return this;
  }

  /// Pastes.
  public Pilot paste(String text) {
    return on(new Event.KeyPressed(Key.paste(text)));
  }

  /// Types a question and sends it.
  public Pilot ask(String question) {
    return type(question).press("Enter");
  }

  /// The model says this, piece by piece.
  public Pilot says(String... pieces) {
    Arrays.stream(pieces).forEach(piece -> publish(new Event.TokenReceived(turn(), piece, false, 1)));
    return idle();
  }

  /// The model thinks this, piece by piece.
  public Pilot thinks(String... pieces) {
    Arrays.stream(pieces).forEach(piece -> publish(new Event.TokenReceived(turn(), piece, true, 1)));
    return idle();
  }

  /// The model has said all.
  public Pilot ends() {
    return on(new Event.TurnCompleted(turn(), new Metrics(9_000_000_000L, 0, 120, 1, 212, 5_000_000_000L, -1)));
  }

  /// The model breaks off.
  public Pilot breaks(ModelError error) {
    return on(new Event.TurnFailed(turn(), error));
  }

  /// Asks and gets this answer.
  public Pilot exchange(String question, String answer) {
    return ask(question).says(answer).ends();
  }

  /// What the model was asked last.
  public Command.StartTurn request() {
    return world.turn();
  }

  private UUID turn() {
    return world.turn().turn();
  }

  /// True when this was asked of anybody behind the screen.
  public boolean asked(Command command) {
    return world.asked(command);
  }

  /// How often something of this kind was asked of anybody behind the screen.
  public long asked(Class<? extends Command> kind) {
    return world.asked(kind);
  }

  /// What another program was given the terminal for last; null for nothing.
  public WindowCommand.ForGuest guest() {
    return guest;
  }

  /// What was sent to the terminal's clipboard last.
  public String copied() {
    return copied;
  }

  /// Lets time pass.
  public Pilot pass(long seconds) {
    now = now.plusSeconds(seconds);
    return idle();
  }

  /// From now on a connection leads to this.
  public Pilot serverAnswers(Event answer) {
    world.serverAnswers(answer);
    return this;
  }

  /// All files look as if they were last written then.
  public Pilot writtenAt(Instant time) {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(time));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The disk fails from now on.
  public Pilot diskFails(StoreFailure failure) {
    store.failWith(failure);
    return this;
  }

  /// The disk works again.
  public Pilot diskWorks() {
    store.mend();
    return this;
  }

  /// Those who care for the library answer a command with this.
  public Pilot careAnswers(Class<? extends Command.ForCare> command, Event event) {
    world.careAnswers(command, event);
    return this;
  }

  /// The program's own log.
  public Path logFile() {
    return home.resolve("logs/async_chat_stream.log");
  }

  /// A line is logged now.
  public Pilot log(LogLevel level, String logger, String message) {
    LogLine line = new LogLine(now, logger, level, "run", 12, message);
    try {
      byte[] bytes = LineFormat.render(line).getBytes(StandardCharsets.UTF_8);
      Files.write(logFile(), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return on(new Event.LogAppended(line, true));
  }

  /// The terminal gets another size.
  public Pilot resize(int columns, int rows) {
    terminal.resize(columns, rows);
    return on(new Event.Resized(columns, rows));
  }

  /// What the program knows.
  public AppState state() {
    return loop.state();
  }

  /// The windows.
  public Windows windows() {
    return windows;
  }

  /// The terminal.
  public VirtualTerminal terminal() {
    return terminal;
  }

  /// What stands on the screen, without blanks at the ends of rows.
  public String screen() {
    return terminal.text();
  }

  /// The last row: hints or a sentence.
  public String lastRow() {
    String[] rows = screen().split("\n", -1);
    return rows[rows.length - 1].strip();
  }

  /// True when the text stands somewhere on the screen.
  public boolean shows(String text) {
    return screen().contains(text);
  }

  /// Takes each frame at once.
  private final class InMemory implements Display {

    @Override
    public boolean idle() {
      return true;
    }

    @Override
    public void submit(Frame frame) {
      terminal.write(frame.bytes(), frame.offset(), frame.length());
    }

    @Override
    public void setSlow(boolean slow) {}

    @Override
    public void examine(Consumer<List<String>> told) {
      told.accept(List.of("Terminal: one in memory."));
    }

    @Override
    public Clip copy(String text) {
      copied = text;
      return text.length() > Clipboard.LARGEST ? Clip.TOO_LONG : Clip.SENT;
    }

    @Override
    public void suspend() {
      throw new AssertionError("nothing to suspend to");
    }

    @Override
    public void lend(WindowCommand.ForGuest work) {
      guest = work;
    }
  }
}
