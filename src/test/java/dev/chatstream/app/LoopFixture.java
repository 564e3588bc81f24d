package dev.chatstream.app;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.chat.Chat;
import dev.chatstream.core.chat.Ids;
import dev.chatstream.core.event.Clip;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.EventBus;
import dev.chatstream.core.model.ModelInfo;
import dev.chatstream.core.reduce.Reducer;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.ChatState;
import dev.chatstream.core.state.SaveState;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.DiffScreen;
import dev.chatstream.term.Frame;
import dev.chatstream.term.TerminalTraits;
import dev.chatstream.testing.VirtualTerminal;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.Windows;
import dev.chatstream.ui.dialog.Dialogs;
import dev.chatstream.ui.dialog.Facts;
import dev.chatstream.ui.keys.DefaultKeys;
import dev.chatstream.ui.theme.ThemeReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/// The loop with the real bus, reducers, windows and clock, for tests of what happens when: its frames are counted and
/// go to a terminal in memory.
final class LoopFixture {

  static final TerminalTraits TRAITS = new TerminalTraits(ColourDepth.SIXTEEN, true, true);

  private final EventBus<Event> bus = new EventBus<>(4096, Event.TokenReceived.class::isInstance);
  private final Counting display = new Counting();
  private final EventLoop loop;

  LoopFixture(EventLoop.CommandSink commands) {
    this(commands, new Line(System::nanoTime, OptionalInt.empty()));
  }

  LoopFixture(EventLoop.CommandSink commands, Line line) {
    ThemeFiles themes = themes();
    Instant now = Instant.now();
    AppState state =
        AppState.begin(now, ChatState.of(Chat.empty(Ids.next(now), now), "", new SaveState.Empty()), "");
    DiffScreen screen = new DiffScreen(80, 24, TRAITS);
    Look look = new Look(themes.read(ThemeReader.ROOT), DefaultKeys.keymap(), () -> ZoneOffset.UTC);
    Dialogs dialogs = new Dialogs(look, new Facts("", List::of, List::of), this::fromWindow);
    Windows windows = new Windows(screen, look, dialogs, state, this::fromWindow);
    loop = new EventLoop(
        bus,
        new Reducer(() -> Ids.next(Instant.now()), () -> ZoneOffset.UTC),
        state,
        new EventLoop.Screenful(windows, screen, display),
        commands,
        InstantSource.system(),
        line);
  }

  static ThemeFiles themes() {
    return new ThemeFiles(List.of(Path.of("themes")), TRAITS);
  }

  private void fromWindow(Event event) {
    loop.fromWindow(event);
  }

  /// A server with one model answers.
  static Event answered(String model) {
    ModelInfo info = new ModelInfo(model, 1, 1_000_000_000, "1B", "Q4", "llama", Set.of("completion"), 32_768);
    return new Event.ServerAnswered("localhost:11434", "0.33", List.of(info));
  }

  EventBus<Event> bus() {
    return bus;
  }

  EventLoop loop() {
    return loop;
  }

  int frames() {
    return display.frames;
  }

  /// What the frames were written to.
  VirtualTerminal terminal() {
    return display.terminal;
  }

  /// The terminal reads from now on, or no more.
  void reads(boolean reads) {
    display.reads = reads;
  }

  private static final class Counting implements Display {

    private final VirtualTerminal terminal = new VirtualTerminal(80, 24);
    private int frames;
    private boolean reads = true;

    Counting() {
      byte[] noWrap = "\u001b[?7l".getBytes(StandardCharsets.US_ASCII);
      terminal.write(noWrap, 0, noWrap.length);
    }

    @Override
    public boolean idle() {
      return reads;
    }

    @Override
    public void setSlow(boolean slow) {}

    @Override
    public void submit(Frame frame) {
      frames++;
      terminal.write(frame.bytes(), frame.offset(), frame.length());
    }

    @Override
    public void examine(Consumer<List<String>> told) {
      told.accept(List.of("Terminal: one in memory."));
    }

    @Override
    public Clip copy(String text) {
      throw new AssertionError("nothing to copy to");
    }

    @Override
    public void suspend() {
      throw new AssertionError("nothing to suspend to");
    }

    @Override
    public void lend(WindowCommand.ForGuest work) {
      throw new AssertionError("nobody to lend to");
    }
  }
}
