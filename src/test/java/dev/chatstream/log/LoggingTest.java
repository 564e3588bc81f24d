package dev.chatstream.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tinylog.Logger;

class LoggingTest {

  @TempDir
  private Path root;

  private final List<LogLine> tapped = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    Logging.stop();
  }

  private Path file() {
    return root.resolve("logs/async_chat_stream.log");
  }

  private List<String> written() throws IOException {
    Logging.stop();
    return Files.readAllLines(file());
  }

  @Test
  void everyLineHasTheDocumentedFormAndThePlaceItCameFrom() throws IOException {
    Logging.start(file(), LogLevel.DEBUG, (line, inFile) -> tapped.add(line));
    Logger.info("saved {} of {}", 2, 3);
    Runnable inLambda = () -> Logger.error(new IllegalStateException("no\nroom", new IOException("disk")), "failed");
    inLambda.run();
    LoggerFactory.getLogger("io.github.ollama4j.Ollama").warn("slow {}", "host");
    List<String> lines = written();
    String form = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} - LoggingTest - (INFO|WARN|ERROR)"
        + " - everyLineHasTheDocumentedFormAndThePlaceItCameFrom:\\d+ - .*";
    for (String line : lines) {
      assertTrue(line.matches(form), line);
    }
    assertTrue(lines.getFirst().endsWith(" - saved 2 of 3"), lines.getFirst());
    assertTrue(lines.getLast().endsWith(" - slow host"), lines.getLast());
    assertTrue(lines.stream().anyMatch(line -> line.endsWith("  | Caused by: java.io.IOException: disk")));
    assertEquals(3, tapped.size());
  }

  @Test
  void whatIsLessWeightyThanTheLevelIsNotKeptAndTheLevelCanChange() throws IOException {
    Logging.start(file(), LogLevel.INFO, (line, inFile) -> tapped.add(line));
    Logger.debug("one");
    assertFalse(Logger.isDebugEnabled());
    Logging.level(LogLevel.TRACE);
    Logger.trace("two");
    List<String> lines = written();
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().endsWith(" - two"));
  }

  @Test
  void secretsReachNeitherTheFileNorTheTap() throws IOException {
    Logging.start(file(), LogLevel.INFO, (line, inFile) -> tapped.add(line));
    Logger.info("token hunter2-hunter2 to http://me:pw@host/ with Authorization: Bearer abcdefgh12345");
    Secrets.register("hunter2-hunter2");
    Secrets.register("abc");
    Logger.info("abc hunter2-hunter2");
    List<String> lines = written();
    assertTrue(lines.getLast().endsWith(" - abc ***"), lines.getLast());
    assertTrue(lines.getFirst().contains("http://***@host/ with Authorization: Bearer ***"), lines.getFirst());
    assertFalse(tapped.getLast().message().contains("hunter2"));
  }

  @Test
  void nothingIsSaidOnTheScreenWhenNothingIsStarted() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    System.setOut(new PrintStream(screen));
    System.setErr(new PrintStream(screen));
    try {
      Logger.error("before the start");
      LoggerFactory.getLogger("io.github.ollama4j.Ollama").error("so too");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", screen.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aCommandLineSeesTheSameLinesOnAStream() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Logging.startOn(stream, LogLevel.INFO);
    Logger.info("hello\u001b[2J");
    Logging.stop();
    assertTrue(stream.toString(StandardCharsets.UTF_8).endsWith(" - hello\\u001b[2J\n"));
  }

  @Test
  void aFileThatCannotBeWrittenIsToldOnceThroughTheTap() throws IOException {
    Files.writeString(root.resolve("logs"), "a file where the folder should be");
    Logging.start(file(), LogLevel.INFO, (line, inFile) -> tapped.add(line));
    Logger.info("one");
    Logging.stop();
    assertEquals(2, tapped.size());
    assertTrue(tapped.getLast().message().startsWith("The log can't be written"), tapped.getLast().message());
  }

  @Test
  void aSinkThatHangsHoldsUpNobodyAndTheLossIsTold() throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Logging.startOn(hanging(entered, release, written), LogLevel.DEBUG);
    Logger.info("first");
    entered.await();
    for (int i = 0; i < 5_000; i++) {
      Logger.debug("detail {}", i);
    }
    Logger.error("important");
    assertEquals(904, Logging.dropped());
    release.countDown();
    Logging.stop();
    String text = written.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains(" - important\n"));
    assertTrue(text.contains("Dropped because the log could not keep up: 904 DEBUG"));
  }

  private static OutputStream hanging(CountDownLatch entered, CountDownLatch release, OutputStream into) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b});
      }

      @Override
      public void write(byte[] bytes) throws IOException {
        entered.countDown();
        try {
          release.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        into.write(bytes);
      }
    };
  }
}
