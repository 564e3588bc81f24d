package dev.chatstream.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.log.LogEntry;
import dev.chatstream.core.log.LogFilter;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.log.LogPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPagesTest {

  private static final BooleanSupplier GO_ON = () -> false;

  @TempDir
  private Path root;

  private Path newest;
  private LogPages pages;

  @BeforeEach
  void place() {
    newest = root.resolve("a.log");
    pages = LogPages.rolling(newest);
  }

  private static String records(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      LogLevel level = i % 10 == 0 ? LogLevel.ERROR : LogLevel.INFO;
      text.append(LineFormat.render(new LogLine(Instant.ofEpochMilli(i + 1), "A", level, "m", 1, "message " + i)));
    }
    return text.toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(root.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void roll(String from, String to) throws IOException {
    Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> messages(List<LogEntry> entries) {
    return entries.stream().map(entry -> entry.line().message()).toList();
  }

  private static List<String> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "message " + i).toList();
  }

  private List<LogEntry> backwards(LogPage last, int count) throws IOException {
    List<LogEntry> all = new ArrayList<>(last.entries());
    LogPage page = last;
    while (!page.start()) {
      page = pages.before(page.from(), count, LogFilter.ALL, GO_ON);
      all.addAll(0, page.entries());
    }
    return all;
  }

  @Test
  void rolledFilesAreOneLogInBothDirections() throws IOException {
    write("a.log.2", records(0, 700));
    write("a.log.1", records(700, 800));
    write("a.log", records(800, 1_000));
    LogPage last = pages.before(Optional.empty(), 30, LogFilter.ALL, GO_ON);
    assertTrue(last.end());
    assertEquals(numbers(0, 1_000), messages(backwards(last, 130)));
    LogPage page = pages.after(Optional.empty(), 30, LogFilter.ALL, GO_ON);
    assertTrue(page.start());
    List<LogEntry> all = new ArrayList<>(page.entries());
    while (!page.end()) {
      page = pages.after(page.to(), 130, LogFilter.ALL, GO_ON);
      all.addAll(page.entries());
    }
    assertEquals(numbers(0, 1_000), messages(all));
    assertEquals(100, page.percent());
  }

  @Test
  void placesOutliveTheRollingOfTheirFile() throws IOException {
    write("a.log", records(0, 300));
    LogPage last = pages.before(Optional.empty(), 50, LogFilter.ALL, GO_ON);
    roll("a.log", "a.log.1");
    write("a.log", records(300, 320));
    assertEquals(numbers(0, 300), messages(backwards(last, 40)));
    LogPage next = pages.after(last.to(), 100, LogFilter.ALL, GO_ON);
    assertEquals(numbers(300, 320), messages(next.entries()));
    roll("a.log.1", "a.log.2");
    roll("a.log", "a.log.1");
    assertEquals(numbers(0, 300), messages(backwards(last, 40)));
  }

  @Test
  void whatIsGoneIsTold() throws IOException {
    write("a.log", records(0, 300));
    LogPage last = pages.before(Optional.empty(), 50, LogFilter.ALL, GO_ON);
    Files.delete(newest);
    assertTrue(pages.before(last.from(), 9, LogFilter.ALL, GO_ON).entries().isEmpty());
    assertThrows(NoSuchFileException.class, () -> LogPages.of(newest).after(last.to(), 9, LogFilter.ALL, GO_ON));
    write("a.log", records(500, 510));
    LogPage before = pages.before(last.from(), 9, LogFilter.ALL, GO_ON);
    assertEquals("what stood before is gone", before.problem());
    assertTrue(before.start());
    LogPage after = pages.after(last.to(), 90, LogFilter.ALL, GO_ON);
    assertEquals("another file stands there now", after.problem());
    assertEquals(numbers(500, 510), messages(after.entries()));
  }

  @Test
  void aFileThatIsCutShortIsReadFromItsStart() throws IOException {
    write("a.log", records(0, 300));
    LogPage last = pages.before(Optional.empty(), 50, LogFilter.ALL, GO_ON);
    Files.writeString(newest, records(400, 410), StandardOpenOption.TRUNCATE_EXISTING);
    LogPage after = pages.after(last.to(), 90, LogFilter.ALL, GO_ON);
    assertEquals("the file was cut short meanwhile", after.problem());
    assertEquals(numbers(400, 410), messages(after.entries()));
    assertTrue(pages.before(last.from(), 9, LogFilter.ALL, GO_ON).start());
  }

  @Test
  void aLineWithoutAnEndIsShownAndReadAgainWhenItEnds() throws IOException {
    write("a.log", records(0, 3) + "half");
    LogPage page = pages.before(Optional.empty(), 9, LogFilter.ALL, GO_ON);
    assertEquals(numbers(0, 3), messages(page.entries()));
    assertEquals("half", page.unfinished().orElseThrow().message());
    write("a.log", " and half\n");
    LogPage next = pages.after(page.to(), 9, LogFilter.ALL, GO_ON);
    assertEquals(List.of("half and half"), messages(next.entries()));
    assertTrue(next.unfinished().isEmpty());
  }

  @Test
  void aTornLineOfAnOlderFileIsNotLost() throws IOException {
    write("a.log.1", records(0, 3) + "torn");
    write("a.log", records(3, 5));
    LogPage page = pages.before(Optional.empty(), 9, LogFilter.ALL, GO_ON);
    assertEquals(
        List.of("message 0", "message 1", "message 2\ntorn", "message 3", "message 4"), messages(page.entries()));
  }

  @Test
  void aLongLineIsCutAndCanBeReadWhole() throws IOException {
    write("a.log", records(0, 1).stripTrailing() + "y".repeat(9_000) + "\n");
    LogEntry entry = pages.before(Optional.empty(), 9, LogFilter.ALL, GO_ON).entries().getLast();
    assertTrue(entry.cut());
    assertEquals(2_000, entry.line().message().length());
    assertEquals("message 0" + "y".repeat(9_000), pages.record(entry.from()).orElseThrow().message());
  }

  @Test
  void aLineOfFiveMegabytesTakesNoMoreMemoryThanItsPieces() throws IOException {
    write("a.log", records(0, 5) + "x".repeat(5 << 20) + "\n" + records(5, 8));
    LogPage page = pages.before(Optional.empty(), 200, LogFilter.ALL, GO_ON);
    List<LogEntry> all = backwards(page, 200);
    assertEquals("message 7", all.getLast().line().message());
    assertEquals("message 0", all.getFirst().line().message());
    assertTrue(all.stream().allMatch(entry -> entry.line().message().length() <= 2_000));
    assertEquals(Files.size(newest), all.stream().mapToLong(e -> e.to().offset() - e.from().offset()).sum());
  }

  @Test
  void foreignLinesAreLinesWhateverTheirEndsAndBytes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append("line ").append(i).append(" of another program\r\n");
    }
    write("a.log", text.toString());
    List<LogEntry> all = backwards(pages.before(Optional.empty(), 500, LogFilter.ALL, GO_ON), 500);
    assertEquals(20_000, all.size());
    assertEquals("line 12345 of another program", all.get(12_345).line().message());
    Files.write(newest, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 27, '\n', (byte) 0xc3, '\n'});
    assertEquals(
        List.of("\uFFFD\uFFFD\u0000\u001b", "\uFFFD"),
        messages(pages.before(Optional.empty(), 9, LogFilter.ALL, GO_ON).entries()));
    Files.write(newest, "".getBytes(StandardCharsets.UTF_8));
    assertTrue(pages.before(Optional.empty(), 9, LogFilter.ALL, GO_ON).start());
  }

  @Test
  void aSearchGoesThroughAllFilesAndCanBeGivenUp() throws IOException {
    write("a.log.1", records(0, 5_000));
    write("a.log", records(5_000, 9_000));
    LogFilter errors = new LogFilter(LogLevel.ERROR, "message 42");
    LogPage page = pages.before(Optional.empty(), 200, errors, GO_ON);
    assertEquals(numbers(4_200, 4_300).stream().filter(text -> text.endsWith("0")).toList(),
        messages(page.entries()).stream().filter(text -> text.length() == 12).toList());
    assertTrue(page.start());
    LogPage none = pages.before(Optional.empty(), 200, errors, () -> true);
    assertFalse(none.start());
    assertTrue(none.entries().isEmpty());
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThrows(NoSuchFileException.class,
        () -> LogPages.of(newest).before(Optional.empty(), 9, LogFilter.ALL, GO_ON));
    assertThrows(IOException.class, () -> LogPages.of(root).before(Optional.empty(), 9, LogFilter.ALL, GO_ON));
  }
}
