package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chatstream.core.input.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SshTerminalTest {

  @TempDir
  private Path folder;

  /// A line that nobody reads: the first write never returns.
  private static final class Stuck extends OutputStream {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public void write(int b) {
      throw new AssertionError("byte by byte");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      throw new IOException("the line is gone");
    }
  }

  private static final class Heard implements TerminalListener {

    private final CountDownLatch ends = new CountDownLatch(2);

    @Override
    public void key(Key key) {}

    @Override
    public void resized(int columns, int rows) {}

    @Override
    public void frameWritten() {}

    @Override
    public void answered() {}

    @Override
    public void closed() {
      ends.countDown();
    }
  }

  /// The end of the program must not wait for a line that nobody reads, and hears of its end from both sides.
  @Test
  void aTerminalThatNobodyReadsIsLeftAllTheSame() throws IOException, InterruptedException {
    Stuck stuck = new Stuck();
    Heard heard = new Heard();
    Path nothingTyped = Files.createFile(folder.resolve("terminal"));
    SshTerminal terminal = new SshTerminal(TtyInput.of(nothingTyped), stuck, Map.of("TERM", "xterm"), heard);
    terminal.start();
    stuck.entered.await();
    terminal.close();
    terminal.close();
    stuck.released.countDown();
    heard.ends.await();
    assertEquals(0, heard.ends.getCount());
  }
}
