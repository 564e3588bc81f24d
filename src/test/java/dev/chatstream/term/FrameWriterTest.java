package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FrameWriterTest {

  private final Semaphore written = new Semaphore(0);

  /// A terminal that reads only when it is let.
  private static final class Stalled extends OutputStream {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch gate = new CountDownLatch(1);
    final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      throw new AssertionError("A frame has to be one write");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      entered.countDown();
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      taken.write(bytes, offset, length);
    }
  }

  @Test
  void aTerminalThatReadsNothingStopsNobodyElse() throws Exception {
    Stalled terminal = new Stalled();
    try (FrameWriter writer = new FrameWriter(terminal, written::release, failure -> {})) {
      writer.start();
      DiffScreen screen = screen("first");
      writer.submit(screen.frame());
      terminal.entered.await();
      assertFalse(writer.idle());
      assertThrows(IllegalStateException.class, () -> writer.submit(screen("lost").frame()));
      assertFalse(writer.awaitIdle(Duration.ofMillis(1)));
      writer.send(TerminalModes.STOP);
      terminal.gate.countDown();
      written.acquire();
      assertTrue(writer.awaitIdle(Duration.ofSeconds(10)));
      String taken = terminal.taken.toString(StandardCharsets.UTF_8);
      assertTrue(taken.contains("first") && taken.endsWith("\u001b[?1049l"), taken);
    }
  }

  @Test
  void aSequenceOnItsWayDoesNotForbidAFrame() throws Exception {
    Stalled terminal = new Stalled();
    try (FrameWriter writer = new FrameWriter(terminal, written::release, failure -> {})) {
      writer.start();
      writer.send(TerminalModes.START);
      terminal.entered.await();
      writer.submit(screen("after").frame());
      terminal.gate.countDown();
      written.acquire();
      assertTrue(terminal.taken.toString(StandardCharsets.UTF_8).contains("after"));
    }
  }

  @Test
  void anEmptyFrameIsDoneAtOnce() {
    FrameWriter writer = new FrameWriter(OutputStream.nullOutputStream(), written::release, failure -> {});
    DiffScreen screen = screen("x");
    screen.frame();
    writer.submit(screen.frame());
    assertTrue(writer.idle());
  }

  @Test
  void aTerminalThatIsGoneIsToldOnceAndStaysBusy() throws Exception {
    CompletableFuture<IOException> failed = new CompletableFuture<>();
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    FrameWriter writer = new FrameWriter(gone, written::release, failed::complete);
    writer.start();
    writer.submit(screen("x").frame());
    assertEquals("Broken pipe", failed.get().getMessage());
    assertFalse(writer.idle());
    assertEquals(0, written.availablePermits());
  }

  private static DiffScreen screen(String text) {
    DiffScreen screen = new DiffScreen(20, 2, new TerminalTraits(ColourDepth.NONE, true, true));
    screen.write(0, 0, text, CellStyle.PLAIN, 20);
    return screen;
  }
}
