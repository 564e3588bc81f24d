package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pipe with a name stands for the terminal: a read of it waits as well, and it can be opened a second time.
class TtyInputTest {

  @TempDir
  private Path folder;

  private final BlockingQueue<String> read = new LinkedBlockingQueue<>();

  private Path pipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("terminal");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    return pipe;
  }

  private Thread reader(TtyInput in) {
    return Thread.ofPlatform().daemon().start(() -> {
      byte[] buffer = new byte[64];
      try {
        for (int length = in.read(buffer, 0, 64); length >= 0; length = in.read(buffer, 0, 64)) {
          read.add(new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
      } catch (IOException gone) {
        read.add("gone");
      }
    });
  }

  private static void type(RandomAccessFile typist, String text) throws IOException {
    typist.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private String next() throws InterruptedException {
    return read.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void whileItIsLentEveryByteIsTheOthers() throws IOException, InterruptedException {
    Path pipe = pipe();
    try (RandomAccessFile typist = new RandomAccessFile(pipe.toFile(), "rw")) {
      TtyInput in = TtyInput.of(pipe);
      reader(in);
      type(typist, "ours");
      assertEquals("ours", next());
      assertTrue(in.lend());
      assertFalse(in.lend(), "it can be lent once only");
      assertEquals(0, in.available());
      type(typist, "theirs");
      byte[] theirs = new byte[6];
      // The typist has the other end open for reading, too: nobody else may have taken a byte.
      typist.readFully(theirs);
      assertEquals("theirs", new String(theirs, StandardCharsets.UTF_8));
      in.takeBack();
      type(typist, "ours again");
      assertEquals("ours again", next());
      assertEquals(0, read.size());
    }
  }

  @Test
  void aTerminalThatIsGoneMeanwhileIsTheEnd() throws IOException, InterruptedException {
    Path pipe = pipe();
    try (RandomAccessFile typist = new RandomAccessFile(pipe.toFile(), "rw")) {
      TtyInput in = TtyInput.of(pipe);
      reader(in);
      type(typist, "x");
      assertEquals("x", next());
      assertTrue(in.lend());
      Files.delete(pipe);
      assertEquals("IOException", failure(in));
      assertEquals("gone", next());
    }
  }

  private static String failure(TtyInput in) {
    try {
      in.takeBack();
      return "none";
    } catch (IOException e) {
      return "IOException";
    }
  }
}
