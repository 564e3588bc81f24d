package dev.chatstream.term;

import com.googlecode.lanterna.TerminalSize;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// The terminal that this process was started from, whatever its standard input and output are: to ask it something
/// outside of the screen. Raw from the opening to the close. One thread.
public final class ControllingTerminal implements TerminalExam.Channel, AutoCloseable {

  private static final File DEVICE = new File("/dev/tty");
  private static final int BUFFER = 4096;
  private static final long MILLI = 1_000_000;

  private final Stty stty = Stty.of(DEVICE);
  private final Thread restoring = new Thread(this::restore, "terminal-restore");
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final KeyDecoder decoder = new KeyDecoder(key -> {}, replies::add);
  private final byte[] buffer = new byte[BUFFER];
  private final FileInputStream in;
  private final FileOutputStream out;

  /// Opens it.
  ///
  /// @throws IOException if there is none
  public ControllingTerminal() throws IOException, InterruptedException {
    in = new FileInputStream(DEVICE);
    out = new FileOutputStream(DEVICE);
    stty.remember();
    Runtime.getRuntime().addShutdownHook(restoring);
    stty.polled();
  }

  /// Its size.
  public TerminalSize size() throws IOException, InterruptedException {
    return stty.size();
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /// What is typed meanwhile is dropped: it was no answer.
  @Override
  public Reply next(long millis) throws IOException {
    long end = System.nanoTime() + millis * MILLI;
    while (replies.isEmpty() && System.nanoTime() < end) {
      // Returns after a tenth of a second with nothing: that is how the line is set.
      int length = in.read(buffer);
      decoder.feed(buffer, 0, Math.max(0, length), System.nanoTime() / MILLI);
    }
    return replies.poll();
  }

  private void restore() {
    try {
      stty.restore();
    } catch (IOException | InterruptedException e) {
      // The terminal is gone: there is nothing left to restore.
    }
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(restoring);
    restore();
    in.close();
    out.close();
  }
}
