package dev.chatstream.term;

import java.io.IOException;
import java.io.InputStream;

/// The thread that reads raw bytes from the terminal and feeds the decoder. While half a sequence waits it looks every
/// few milliseconds, at most for a second; otherwise it blocks.
final class InputReader {

  private static final int BUFFER = 64 * 1024;
  private static final int LOOK_MILLIS = 4;

  private final InputStream in;
  private final KeyDecoder decoder;
  private final Runnable closed;
  private final byte[] buffer = new byte[BUFFER];

  InputReader(InputStream in, KeyDecoder decoder, Runnable closed) {
    this.in = in;
    this.decoder = decoder;
    this.closed = closed;
  }

  void start() {
    Thread.ofPlatform().daemon().name("terminal-input").start(this::run);
  }

  private void run() {
    try {
      while (readOnce()) {
        awaitRest();
      }
    } catch (IOException | InterruptedException e) {
      // The terminal is gone: the same as its end of input, and told in the same way.
    }
    closed.run();
  }

  /// Reads what there is, all of a burst as one.
  private boolean readOnce() throws IOException {
    int length = in.read(buffer);
    if (length < 0) {
      return false;
    }
    while (length < buffer.length && in.available() > 0) {
      int more = in.read(buffer, length, buffer.length - length);
      if (more < 0) {
        break;
      }
      length += more;
    }
    decoder.feed(buffer, 0, length, now());
    return true;
  }

  private void awaitRest() throws IOException, InterruptedException {
    int wait = decoder.wakeIn(now());
    while (wait >= 0 && in.available() == 0) {
      Thread.sleep(Math.min(LOOK_MILLIS, wait + 1));
      decoder.wake(now());
      wait = decoder.wakeIn(now());
    }
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }
}
