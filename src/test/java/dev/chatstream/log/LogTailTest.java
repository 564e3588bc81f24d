package dev.chatstream.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.log.LogTail.Entry;
import dev.chatstream.log.LogTail.Page;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  private static final BooleanSupplier GO_ON = () -> false;

  @TempDir
  private Path root;

  private Path file;

  @BeforeEach
  void place() {
    file = root.resolve("a.log");
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String record(int number) {
    LogLevel level = number % 10 == 0 ? LogLevel.ERROR : LogLevel.INFO;
    String message = "message " + number + (number % 7 == 0 ? "\n    at a.b\n    at c.d" : "");
    return LineFormat.render(new LogLine(Instant.ofEpochMilli(number), "A", level, "m", number + 1, message));
  }

  private void records(int count) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(record(i));
    }
    append(text.toString());
  }

  private static List<String> messages(Page page) {
    return page.entries().stream().map(entry -> entry.line().message()).toList();
  }

  @Test
  void theNewestComeFirstAndPagesMeetWithoutGapOrOverlap() throws IOException {
    records(20_000);
    try (LogTail tail = LogTail.open(file)) {
      Page page = tail.last(50, LogFilter.ALL, GO_ON);
      assertTrue(messages(page).getLast().startsWith("message 19999"));
      List<Entry> all = new ArrayList<>(page.entries());
      while (page.from() > 0) {
        page = tail.before(page.from(), 777, LogFilter.ALL, GO_ON);
        all.addAll(0, page.entries());
      }
      assertEquals(20_000, all.size());
      assertEquals("message 14\n    at a.b\n    at c.d", all.get(14).line().message());
      for (int i = 1; i < all.size(); i++) {
        assertEquals(all.get(i - 1).to(), all.get(i).from());
      }
    }
  }

  @Test
  void forwardsFindsTheSameAsBackwards() throws IOException {
    records(9_000);
    try (LogTail tail = LogTail.open(file)) {
      List<Entry> backwards = tail.last(9_000, LogFilter.ALL, GO_ON).entries();
      List<Entry> forwards = new ArrayList<>();
      long at = 0;
      while (at < tail.size()) {
        Page page = tail.after(at, 500, LogFilter.ALL, GO_ON);
        forwards.addAll(page.entries());
        at = page.to();
      }
      assertEquals(backwards, forwards);
    }
  }

  @Test
  void aFilterLooksForLevelAndText() throws IOException {
    records(1_000);
    try (LogTail tail = LogTail.open(file)) {
      Page errors = tail.last(3, new LogFilter(LogLevel.WARN, ""), GO_ON);
      assertEquals(
          List.of("message 970", "message 980\n    at a.b\n    at c.d", "message 990"), messages(errors));
      Page text = tail.last(10, new LogFilter(LogLevel.TRACE, "MESSAGE 77"), GO_ON);
      assertTrue(text.complete());
      assertEquals(10, text.entries().size());
      assertEquals("message 779", messages(text).getLast());
    }
  }

  @Test
  void aCancelledSearchSaysWhereItIs() throws IOException {
    records(20_000);
    try (LogTail tail = LogTail.open(file)) {
      int[] asked = {0};
      Page page = tail.last(5, new LogFilter(LogLevel.TRACE, "nowhere"), () -> asked[0]++ == 2);
      assertFalse(page.complete());
      assertTrue(page.from() > 0 && page.from() < tail.size());
      assertTrue(page.entries().isEmpty());
    }
  }

  @Test
  void aSearchReadsOnlySoMuchAtOnceInAHugeFile() throws IOException {
    try (FileChannel hole = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      hole.position(500L * 1024 * 1024).write(ByteBuffer.wrap(new byte[] {10}));
    }
    append(record(1) + record(2));
    try (LogTail tail = LogTail.open(file)) {
      assertEquals(List.of("message 1", "message 2"), messages(tail.last(2, LogFilter.ALL, GO_ON)));
      Page search = tail.last(5, new LogFilter(LogLevel.TRACE, "nowhere"), GO_ON);
      assertFalse(search.complete());
      assertTrue(tail.size() - search.from() < 20L * 1024 * 1024);
    }
  }

  @Test
  void growthIsFollowedByWholeLines() throws IOException {
    append(record(1));
    try (LogTail tail = LogTail.open(file)) {
      Page page = tail.last(10, LogFilter.ALL, GO_ON);
      String next = record(2);
      append(next.substring(0, 20));
      assertTrue(tail.after(page.to(), 10, LogFilter.ALL, GO_ON).entries().isEmpty());
      append(next.substring(20));
      assertEquals(List.of("message 2"), messages(tail.after(page.to(), 10, LogFilter.ALL, GO_ON)));
    }
  }

  @Test
  void foreignLinesBelongToTheRecordBeforeThem() throws IOException {
    append("no record\n" + record(1) + "\tat old.Trace\r\n" + record(2));
    try (LogTail tail = LogTail.open(file)) {
      assertEquals(
          List.of("no record", "message 1\n\tat old.Trace", "message 2"),
          messages(tail.last(9, LogFilter.ALL, GO_ON)));
    }
  }

  @Test
  void anythingElseIsReadWithoutHarm() throws IOException {
    append("");
    try (LogTail tail = LogTail.open(file)) {
      assertEquals(new Page(List.of(), 0, 0, true), tail.last(5, LogFilter.ALL, GO_ON));
    }
    append("x".repeat(2_000_000));
    try (LogTail tail = LogTail.open(file);
        Stream<Entry> found = tail.last(100, LogFilter.ALL, GO_ON).entries().stream()) {
      assertEquals(2_000_000, found.mapToLong(entry -> entry.line().message().length()).sum());
    }
  }
}
