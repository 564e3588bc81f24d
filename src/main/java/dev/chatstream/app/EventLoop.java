package dev.chatstream.app;

import dev.chatstream.core.event.WritingCommand;
import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.FilesEvent;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.event.PersonalEvent;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.reduce.Reducer;
import dev.chatstream.core.reduce.Step;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.TalkState;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.Frame;
import dev.chatstream.ui.Windows;
import dev.chatstream.ui.keys.KeyOverrides;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tinylog.Logger;

/// The only loop: takes what the bus has, reduces it, hands commands on, draws what changed, hands over one frame.
/// All of it happens on the thread that calls [#tick]; nothing else touches the state or the windows.
public final class EventLoop {

  private static final long IDLE_NANOS = Duration.ofHours(1).toNanos();

  private final EventBus<Event> bus;
  private final Reducer reducer;
  private final Screenful screenful;
  private final CommandSink commands;
  private final InstantSource clock;
  private final Line line;
  private final Deque<Event> waiting = new ArrayDeque<>();
  private final Deque<Event> fromWindows = new ArrayDeque<>();
  private final UnsentKeeper keeper = new UnsentKeeper();
  /// What came back to the input when there were no windows any more to put it into.
  private final List<String> returned = new ArrayList<>();
  private AppState state;
  private boolean blind;
  private boolean stale = true;
  private boolean urgent = true;
  private boolean typed;
  private long lastFrame;
  private long toldDropped;

  /// What the loop draws on.
  ///
  /// @param display takes the frames of `screen`, which `windows` paint
  public record Screenful(Windows windows, DiffScreen screen, Display display) {}

  /// Takes commands that are not for the windows.
  public interface CommandSink {
    /// Does it, or hands it to whoever does; never waits.
    void run(Command command);

    /// Draws with the theme of this name.
    void showTheme(String name, Windows windows);

    /// Goes by other settings: what they mean for those behind the screen, and its colours.
    default void usePreferences(WindowCommand.UsePreferences change, Windows windows) {}
  }

  /// A loop that starts with this state.
  public EventLoop(
      EventBus<Event> bus,
      Reducer reducer,
      AppState state,
      Screenful screenful,
      CommandSink commands,
      InstantSource clock,
      Line line) {
    this.bus = bus;
    this.reducer = reducer;
    this.state = state;
    this.screenful = screenful;
    this.commands = commands;
    this.clock = clock;
    this.line = line;
    lineChanged();
  }

  /// The state of the moment.
  public AppState state() {
    return state;
  }

  /// What is written in the input and was not sent; questions that wait or are held back count.
  public String unsent() {
    List<String> all = new ArrayList<>(returned);
    all.addAll(state.chat().queued());
    all.add(state.chat().held());
    all.add(written());
    return String.join("\n\n", all.stream().filter(text -> !text.isEmpty()).toList());
  }

  /// Windows that are broken must not take the rest with them.
  private String written() {
    try {
      return screenful.windows().unsent();
    } catch (RuntimeException bug) {
      Logger.error(bug, "what is written in the input can't be read");
      return "";
    }
  }

  /// Where windows put what the person does; handled in the same tick.
  public void fromWindow(Event event) {
    fromWindows.add(event);
  }

  /// One round. Waits for an event, but no longer than until the next frame or second is due.
  ///
  /// @param mostNanos the longest wait
  public void tick(long mostNanos) throws InterruptedException {
    if (waiting.isEmpty()) {
      long now = line.now();
      List<Event> batch = new ArrayList<>();
      long most = Math.min(mostNanos, keeper.patience(now, patience(now)));
      bus.drainTo(batch, line.quietUntil(lastFrame) - now, most);
      waiting.addAll(Tokens.merged(batch));
    }
    boolean calm = waiting.isEmpty();
    apply(new Event.TimePassed(clock.instant()));
    while (!waiting.isEmpty()) {
      // Taken out before it is handled: one that goes wrong takes none of the others with it.
      handle(waiting.removeFirst());
    }
    if (calm) {
      tellDropped();
    }
    draw();
    if (!blind && state.exit().isEmpty()) {
      keeper.due(line.now(), this::unsent).ifPresent(commands::run);
    }
  }

  /// The bus drops log lines rather than hold anybody back. The log window reads the file and so has them all; how many
  /// came late is said once it is calm again, in the log itself: that line also makes the window read on.
  private void tellDropped() {
    long dropped = bus.dropped();
    if (dropped > toldDropped) {
      Logger.info("{} lines came faster than the screen took them; they are in the file, above", dropped - toldDropped);
      toldDropped = dropped;
    }
  }

  /// Says that something went wrong in this program, and goes on.
  void tellBug() {
    fromWindow(new Event.Said("That went wrong: a bug. The log says more; your chat is kept."));
    urgent = true;
  }

  /// Asks for the end without the windows, which may be what is broken: what was said is written, nothing is drawn.
  void abort(int exitCode) {
    blind = true;
    apply(new Event.SignalReceived(exitCode));
  }

  /// One round that waits as long as nothing happens.
  public void tick() throws InterruptedException {
    tick(IDLE_NANOS);
  }

  private void handle(Event event) {
    if (event instanceof Event.FrameWritten) {
      // It only woke the loop: what is stale can be drawn now.
      return;
    }
    if (event instanceof Event.LineAnswered) {
      offerSlow(line.answered(line.now()));
      return;
    }
    if (event instanceof Event.KeyPressed || event instanceof Event.TurnCompleted) {
      keeper.touch();
    }
    typed |= event instanceof Event.KeyPressed;
    urgent |= !(event instanceof Event.TokenReceived || event instanceof Event.FromLog);
    apply(event);
    if (blind) {
      return;
    }
    switch (event) {
      case Event.KeyPressed key -> screenful.windows().press(key.key());
      case Event.Resized size -> screenful.windows().resize(size.columns(), size.rows());
      case Event.FromLog log -> screenful.windows().take(log);
      default -> {
        // The state says it all.
      }
    }
    stale = true;
    while (!fromWindows.isEmpty()) {
      apply(fromWindows.removeFirst());
    }
  }

  private void apply(Event event) {
    Step step = reducer.reduce(state, event);
    if (step.state() != state) {
      state = step.state();
      stale = true;
    }
    if (blind) {
      step.commands().forEach(this::runBlindly);
      return;
    }
    // What is for others goes to them first: a question is on its way while it is being shown.
    step.commands().stream().filter(command -> !(command instanceof WindowCommand)).forEach(commands::run);
    if (!(event instanceof Event.TimePassed) || !step.commands().isEmpty()) {
      screenful.windows().show(state);
    }
    step.commands().stream().filter(WindowCommand.class::isInstance).map(WindowCommand.class::cast).forEach(this::run);
  }

  private void runBlindly(Command command) {
    switch (command) {
      case WindowCommand.PutInput put -> returned.add(put.text());
      case WindowCommand other -> Logger.debug("not done without windows: {}", other);
      default -> commands.run(command);
    }
  }

  private void run(WindowCommand command) {
    if (command instanceof WindowCommand.PutInput
        || command instanceof WindowCommand.ReplaceInput
        || command instanceof WindowCommand.BeginTemplate
        || command instanceof WindowCommand.ClearInput) {
      keeper.touch();
    }
    switch (command) {
      case WindowCommand.ShowTheme theme -> commands.showTheme(theme.name(), screenful.windows());
      case WindowCommand.UsePreferences change -> use(change);
      case WindowCommand.UseKeys keys -> {
        KeyOverrides.Read read = KeyFiles.over(keys.lines(), keys.trouble());
        KeyFiles.log(read.problems());
        screenful.windows().setKeys(read.keys());
        fromWindow(new PersonalEvent.KeysTaken(read.problems()));
      }
      case WindowCommand.Redraw redraw -> screenful.windows().redraw();
      case WindowCommand.ToggleSlow toggle -> {
        line.toggle();
        lineChanged();
        fromWindow(new Event.Said(line.sentence()));
      }
      case WindowCommand.ExamineTerminal examine -> screenful.display().examine(
          lines -> bus.publishEnding(new Event.TerminalExamined(String.join("\n", lines))));
      case WindowCommand.Copy copy ->
        fromWindow(new FilesEvent.Copied(copy.text(), screenful.display().copy(copy.text())));
      case WindowCommand.Suspend suspend -> screenful.display().suspend();
      case WindowCommand.EditInput edit ->
        screenful.display().lend(new WindowCommand.EditText(screenful.windows().written()));
      case WindowCommand.KeepInputAsTemplate keep ->
        commands.run(new WritingCommand.KeepTemplate(keep.name(), screenful.windows().written()));
      case WindowCommand.ForGuest guest -> screenful.display().lend(guest);
      default -> screenful.windows().run(command);
    }
  }

  private void use(WindowCommand.UsePreferences change) {
    if (change.now().differs(Preference.SLOW_LINE, change.before())) {
      line.use(change.now().text(Preference.SLOW_LINE));
      lineChanged();
    }
    commands.usePreferences(change, screenful.windows());
  }

  /// Hands over a frame when there is something to show and the display takes it. Called from outside for the first
  /// one.
  void draw() {
    long now = line.now();
    if (blind || !stale || !screenful.display().idle()) {
      return;
    }
    if (line.slow()) {
      drawSlowly(now);
    } else if (urgent || now - lastFrame >= Line.FRAME_NANOS) {
      paint();
      boolean asks = state.chat().turn().isPresent() && line.asks(now);
      submit(screenful.screen().frame(asks), now);
      stale = false;
      urgent = false;
    }
  }

  /// What is typed goes at once, all else when the line has room: in parts, each of the newest state.
  private void drawSlowly(long now) {
    boolean due = line.due(now);
    if (!due && !typed) {
      return;
    }
    screenful.windows().setLine(true, line.words());
    paint();
    DiffScreen screen = screenful.screen();
    submit(due ? screen.part(line.room(), line.asks(now)) : screen.echo(line.room()), now);
    stale = !due || screen.pending();
    typed = false;
    urgent = false;
  }

  private void paint() {
    screenful.windows().show(state);
    screenful.windows().paint();
  }

  private void submit(Frame frame, long now) {
    if (frame.length() > 0) {
      screenful.display().submit(frame);
      line.sent(frame.length(), now, frame.asks());
      lastFrame = now;
    }
  }

  private void lineChanged() {
    screenful.windows().setLine(line.slow(), line.words());
    screenful.display().setSlow(line.slow());
    stale = true;
  }

  /// Once, and only in words: what is sent is the person's choice.
  private void offerSlow(long took) {
    boolean offered = state.personal().preferences().is(Preference.SLOW_LINE, "auto");
    if (took >= 0 && !blind && offered) {
      apply(new Event.Said(Phrase.of("The line answers after " + took / 1_000_000 + " ms.")
          .then(Action.SLOW, "sends less over it.")));
      urgent = true;
    }
  }

  /// How long the loop may sleep: until the frame that is being held back, or until a figure on the screen changes.
  private long patience(long now) {
    if (stale) {
      // A busy terminal wakes the loop by itself when it has taken its frame.
      long next = line.slow() ? line.dueAt() : lastFrame + Line.FRAME_NANOS;
      return screenful.display().idle() ? Math.max(0, next - now) : IDLE_NANOS;
    }
    if (bus.dropped() > toldDropped) {
      return Line.FRAME_NANOS;
    }
    return line.slow() ? slowPatience() : seconds();
  }

  /// What counts on the screen does so by seconds.
  private long seconds() {
    boolean counts = state.server().nextTry() != null
        || state.chat().turn().isPresent()
        || state.talk().making().filter(TalkState.Making::coming).isPresent();
    return counts ? Duration.ofSeconds(1).toNanos() : IDLE_NANOS;
  }

  /// Over a slow line it counts by minutes.
  private long slowPatience() {
    Instant nextTry = state.server().nextTry();
    long due = nextTry == null
        ? IDLE_NANOS
        : Math.max(0, Duration.between(clock.instant(), nextTry).toNanos());
    return state.chat().turn().isPresent() ? Math.min(due, Duration.ofMinutes(1).toNanos()) : due;
  }
}
