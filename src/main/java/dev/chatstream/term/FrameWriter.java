package dev.chatstream.term;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/// The one thread that writes to the terminal. A terminal that reads nothing blocks it, and nobody else.
///
/// It takes a frame only when idle. Frames are differences, so none may be dropped; instead the loop makes the next one
/// when [#idle()] says that the last is written, and that one shows the newest state. Safe for use by all threads.
public final class FrameWriter implements AutoCloseable {

  private final OutputStream out;
  private final Runnable written;
  private final Consumer<IOException> failed;
  private final Thread thread = Thread.ofPlatform().daemon().name("frame-writer").unstarted(this::run);
  private final Queue<byte[]> sequences = new ArrayDeque<>();
  private Chunk frame;
  private Chunk current;
  private boolean closed;

  private record Chunk(byte[] bytes, int offset, int length, boolean isFrame) {}

  /// @param out the terminal, unbuffered: each frame becomes one write
  /// @param written called on the writer's thread when it has become idle
  /// @param failed called once on the writer's thread when the terminal is gone; the writer never becomes idle again
  public FrameWriter(OutputStream out, Runnable written, Consumer<IOException> failed) {
    this.out = out;
    this.written = written;
    this.failed = failed;
  }

  /// Starts the thread.
  public void start() {
    thread.start();
  }

  /// True if a frame may be submitted.
  public synchronized boolean idle() {
    return !closed && current == null && frame == null && sequences.isEmpty();
  }

  /// Hands a frame over. Its bytes belong to the writer until [#idle()]. An empty frame is done at once.
  ///
  /// @throws IllegalStateException if the last frame is still being written
  public synchronized void submit(Frame next) {
    if (frame != null || (current != null && current.isFrame)) {
      throw new IllegalStateException("A frame was made while the last one is still being written");
    }
    if (next.length() > 0 && !closed) {
      frame = new Chunk(next.bytes(), next.offset(), next.length(), true);
      notifyAll();
    }
  }

  /// Queues a sequence that is no frame (modes, clipboard); written whole, between frames.
  public synchronized void send(byte[] sequence) {
    if (!closed && sequence.length > 0) {
      sequences.add(sequence);
      notifyAll();
    }
  }

  /// Waits until everything is written.
  ///
  /// @return false if that took longer than the limit, or the terminal is gone
  public synchronized boolean awaitIdle(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!idle()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (closed || left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /// Ends the thread after what it writes now. Doesn't wait: the terminal may never read.
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  private void run() {
    try {
      for (Chunk chunk = take(); chunk != null; chunk = take()) {
        out.write(chunk.bytes, chunk.offset, chunk.length);
        out.flush();
        if (release()) {
          written.run();
        }
      }
    } catch (IOException e) {
      close();
      failed.accept(e);
    } catch (InterruptedException e) {
      close();
    }
  }

  /// Waits for bytes; a frame that waits goes before sequences that came after it. Null at the end.
  private synchronized Chunk take() throws InterruptedException {
    while (!closed && frame == null && sequences.isEmpty()) {
      wait();
    }
    if (closed) {
      return null;
    }
    current = frame;
    frame = null;
    if (current == null) {
      byte[] sequence = sequences.remove();
      current = new Chunk(sequence, 0, sequence.length, false);
    }
    return current;
  }

  /// Ends a write; true if nothing else waits.
  private synchronized boolean release() {
    current = null;
    notifyAll();
    return frame == null && sequences.isEmpty();
  }
}
