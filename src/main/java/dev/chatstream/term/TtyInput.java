package dev.chatstream.term;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is typed, as bytes, until it is lent: another program that reads the same terminal must get every byte, and a
/// thread that waits in a read would take some. So the terminal is opened a second time, through a channel, whose
/// waiting reads end when it is closed; standard input itself can't be let go.
///
/// One thread reads; any thread lends and takes back.
final class TtyInput extends InputStream {

  private static final Path TERMINAL = Path.of("/dev/stdin");

  private final Path path;
  private FileInputStream open;
  private boolean lent;

  private TtyInput(Path path, FileInputStream open) {
    this.path = path;
    this.open = open;
  }

  /// Standard input, opened a second time where the system lets us; else as it is, and then it can't be lent.
  static TtyInput standard() {
    return of(TERMINAL);
  }

  /// The same for any file; for tests.
  static TtyInput of(Path path) {
    try {
      if (Files.isReadable(path)) {
        return new TtyInput(path, new FileInputStream(path.toFile()));
      }
    } catch (IOException notAgain) {
      // Its owner is somebody else, as after su: what is open already can still be read.
      return new TtyInput(null, new FileInputStream(FileDescriptor.in));
    }
    return new TtyInput(null, new FileInputStream(FileDescriptor.in));
  }

  /// Stops reading: a read that waits goes on waiting, but takes nothing until [#takeBack].
  ///
  /// @return false if that can't be done here, and nothing was changed
  synchronized boolean lend() throws IOException {
    if (path == null || lent) {
      return false;
    }
    lent = true;
    open.getChannel().close();
    return true;
  }

  /// Reads again.
  ///
  /// @throws IOException if the terminal is gone; a read that waits then fails, too
  synchronized void takeBack() throws IOException {
    if (lent) {
      lent = false;
      notifyAll();
      open = new FileInputStream(path.toFile());
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      FileInputStream from = mine();
      if (path == null) {
        return from.read(bytes, offset, length);
      }
      try {
        return from.getChannel().read(ByteBuffer.wrap(bytes, offset, length));
      } catch (ClosedChannelException closed) {
        if (!lentOrBack(from)) {
          throw closed;
        }
      }
    }
  }

  @Override
  public int available() throws IOException {
    FileInputStream from;
    synchronized (this) {
      if (lent) {
        return 0;
      }
      from = open;
    }
    try {
      return from.available();
    } catch (IOException closed) {
      if (lentOrBack(from)) {
        return 0;
      }
      throw closed;
    }
  }

  /// Waits while somebody else has it.
  private synchronized FileInputStream mine() throws IOException {
    try {
      while (lent) {
        wait();
      }
      return open;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Whether a read failed only because of the lending.
  private synchronized boolean lentOrBack(FileInputStream from) {
    return lent || open != from;
  }
}
