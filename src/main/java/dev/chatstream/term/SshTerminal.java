package dev.chatstream.term;

import com.googlecode.lanterna.TerminalSize;
import dev.chatstream.core.event.Clip;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Owns the terminal from [#start()] to [#close()]: one thread reads it, one writes it. Nothing ever waits
/// for an answer from it, as some never answer. The launcher has set raw mode and restores it, also after the JVM was
/// killed.
public final class SshTerminal implements AutoCloseable {

  private static final Duration RESTORE_LIMIT = Duration.ofMillis(500);

  private final Map<String, String> environment;
  private final TerminalListener listener;
  private final Stty stty;
  private final TtyInput in;
  private final FrameWriter writer;
  private final KeyDecoder decoder;
  private final InputReader reader;
  private final Clipboard clipboard;
  private final AtomicBoolean sizeAsked = new AtomicBoolean();
  private final AtomicBoolean suspended = new AtomicBoolean();
  private final AtomicReference<Guest> guest = new AtomicReference<>();
  private volatile BlockingQueue<Reply> examining;
  private volatile boolean closed;

  SshTerminal(TtyInput in, OutputStream out, Map<String, String> environment, TerminalListener listener) {
    this.environment = environment;
    this.in = in;
    this.listener = listener;
    this.stty = new Stty(environment);
    this.clipboard = Clipboard.of(environment);
    this.writer = new FrameWriter(out, listener::frameWritten, failure -> listener.closed());
    this.decoder = new KeyDecoder(listener::key, this::replied);
    this.reader = new InputReader(in, decoder, listener::closed);
  }

  /// The terminal of this process, not started yet.
  ///
  /// @param environment as of the process: LINES, COLUMNS, TERM, COLORTERM, NO_COLOR, LANG; CHATSTREAM_STTY is what
  ///     `stty -g` said before the launcher set raw mode
  public static SshTerminal open(Map<String, String> environment, TerminalListener listener) {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    return new SshTerminal(TtyInput.standard(), out, environment, listener);
  }

  /// An empty screen of the terminal's size, for what the terminal can show.
  ///
  /// @throws IOException if nobody knows the size: standard input is no terminal
  public DiffScreen newScreen() throws IOException, InterruptedException {
    TerminalSize size = size();
    return new DiffScreen(size.getColumns(), size.getRows(), traits());
  }

  /// The size at the start: what the launcher found, else what `stty` says.
  ///
  /// @throws IOException if neither knows: standard input is no terminal
  public TerminalSize size() throws IOException, InterruptedException {
    int columns = number("COLUMNS");
    int rows = number("LINES");
    return columns > 0 && rows > 0 ? new TerminalSize(columns, rows) : stty.size();
  }

  private int number(String name) {
    try {
      return Integer.parseInt(environment.getOrDefault(name, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// What the terminal can show.
  public TerminalTraits traits() {
    return TerminalTraits.from(environment);
  }

  /// Takes the terminal over and starts listening.
  public void start() {
    writer.start();
    writer.send(TerminalModes.start(environment));
    reader.start();
    TerminalSignals.onResize(this::resized);
    TerminalSignals.onStop(this::suspend);
    TerminalSignals.onContinue(this::resume);
  }

  /// True if a frame may be made and submitted.
  public boolean idle() {
    return !suspended.get() && writer.idle();
  }

  /// Hands a frame to the writer; see [FrameWriter#submit].
  public void submit(Frame frame) {
    writer.submit(frame);
  }

  /// Waits longer for the second half of an escape sequence, or no more.
  public void setSlow(boolean slow) {
    decoder.setSlow(slow);
  }

  /// Asks the terminal what it can do; nothing else waits for that. The second row has to be painted anew afterwards.
  ///
  /// @param told gets the report, on a thread of its own; nothing when an exam goes on already
  public void examine(Consumer<List<String>> told) {
    BlockingQueue<Reply> answers = new LinkedBlockingQueue<>();
    synchronized (this) {
      if (examining != null) {
        return;
      }
      examining = answers;
    }
    Thread.ofVirtual().name("terminal-exam").start(() -> examine(answers, told));
  }

  private void examine(BlockingQueue<Reply> answers, Consumer<List<String>> told) {
    TerminalExam.Channel channel = new TerminalExam.Channel() {
      @Override
      public void send(byte[] bytes) {
        writer.send(bytes);
      }

      @Override
      public Reply next(long millis) throws InterruptedException {
        return answers.poll(millis, TimeUnit.MILLISECONDS);
      }
    };
    try {
      TerminalFindings found = new TerminalExam(channel, System::nanoTime).examine();
      told.accept(new TerminalReport(found, environment).lines(stty.size()));
    } catch (IOException e) {
      Logger.warn(e, "The terminal can't be asked");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      examining = null;
    }
  }

  private void replied(Reply reply) {
    BlockingQueue<Reply> exam = examining;
    if (exam != null) {
      exam.add(reply);
    } else if (reply.position()) {
      listener.answered();
    }
  }

  /// Puts a text into the terminal's clipboard, if that can be; returns at once.
  public Clip copy(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!clipboard.exists()) {
      return Clip.NOWHERE;
    }
    if (bytes.length > Clipboard.LARGEST) {
      return Clip.TOO_LONG;
    }
    if (clipboard.byTmux()) {
      Thread.ofPlatform().daemon().name("clipboard").start(() -> copyByTmux(bytes));
    } else {
      writer.send(clipboard.sequence(bytes));
    }
    return Clip.SENT;
  }

  private void copyByTmux(byte[] bytes) {
    try {
      if (!TmuxBuffer.take(bytes)) {
        writer.send(clipboard.sequence(bytes));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Gives the terminal back and stops the whole job, as `^Z` does in a shell; returns at once. When the job goes on,
  /// the listener hears of it as a resize.
  public void suspend() {
    if (closed) {
      return;
    }
    if (guest.get() != null) {
      // It has restored the terminal for the shell already, as it is about to stop itself.
      Thread.ofPlatform().daemon().name("suspend").start(this::stopGroup);
    } else if (suspended.compareAndSet(false, true)) {
      Thread.ofPlatform().name("suspend").start(this::stopJob);
    }
  }

  /// Gives the terminal to another program until that ends, then takes it over again; returns at once. Until then no
  /// frame is taken and no key is read. When it is back the listener hears of it as a resize.
  public void lend(Guest other) {
    if (!closed && suspended.compareAndSet(false, true)) {
      guest.set(other);
      Thread.ofPlatform().daemon().name("guest").start(() -> host(other));
    } else {
      other.left(new IOException("the terminal is lent already"));
    }
  }

  private void host(Guest other) {
    IOException trouble = null;
    try {
      if (!in.lend()) {
        throw new IOException("this terminal can't be opened a second time");
      }
      writer.send(TerminalModes.stop(environment));
      writer.awaitIdle(RESTORE_LIMIT);
      stty.restore();
      stty.withoutSignalKeys();
      other.run();
    } catch (IOException e) {
      trouble = e;
    } catch (InterruptedException e) {
      trouble = new IOException("interrupted", e);
    }
    guest.set(null);
    if (!closed) {
      takeBack();
    }
    other.left(trouble);
  }

  private void takeBack() {
    try {
      in.takeBack();
      resume();
    } catch (IOException gone) {
      listener.closed();
    }
  }

  private void stopJob() {
    try {
      writer.send(TerminalModes.stop(environment));
      writer.awaitIdle(RESTORE_LIMIT);
      stty.restore();
    } catch (IOException e) {
      resume();
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    stopGroup();
  }

  private void stopGroup() {
    try {
      // 0 is the process group: the launcher has to stop as well, or the shell would go on waiting for it.
      new ProcessBuilder("sh", "-c", "kill -STOP 0").start().waitFor();
    } catch (IOException e) {
      resume();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the terminal over again. Also after a stop that nobody could catch.
  private void resume() {
    if (closed || guest.get() != null) {
      return;
    }
    try {
      stty.raw();
      writer.send(TerminalModes.start(environment));
      suspended.set(false);
      tellSize();
    } catch (IOException e) {
      listener.closed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// One question at a time: while a window is dragged, signals come faster than `stty` answers.
  private void resized() {
    if (sizeAsked.compareAndSet(false, true)) {
      try {
        tellSize();
      } catch (IOException e) {
        Logger.warn(e, "The terminal's new size can't be found out");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void tellSize() throws IOException, InterruptedException {
    sizeAsked.set(false);
    TerminalSize size = stty.size();
    listener.resized(size.getColumns(), size.getRows());
  }

  /// Gives the terminal back; waits half a second at most, as it may not read. The launcher restores the line settings.
  @Override
  public void close() throws InterruptedException {
    if (!closed) {
      closed = true;
      TerminalSignals.forget();
      Guest other = guest.get();
      if (other != null) {
        other.leave();
      }
      writer.send(TerminalModes.stop(environment));
      writer.awaitIdle(RESTORE_LIMIT);
      writer.close();
    }
  }
}
