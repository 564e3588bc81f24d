package dev.chatstream.ui.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogEntry;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.log.LogPage;
import dev.chatstream.core.log.LogPlace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LogViewTest {

  private static final long LINES = 100_000;
  private static final int HEIGHT = 40;

  private final LogView view = new LogView();

  private static LogPlace place(long offset) {
    return new LogPlace("file", offset);
  }

  /// A log whose line n stands at the offset n.
  private static LogPage page(Command.ReadLog read) {
    long at = read.place().map(LogPlace::offset).orElse(read.forwards() ? 0 : LINES);
    long from = read.forwards() ? at : Math.max(0, at - read.count());
    long to = read.forwards() ? Math.min(LINES, at + read.count()) : at;
    List<LogEntry> entries = LongStream.range(from, to)
        .mapToObj(n -> new LogEntry(
            place(n), place(n + 1), new LogLine(Instant.EPOCH, "", LogLevel.INFO, "", -1, "line " + n), false))
        .toList();
    return new LogPage(
        entries, Optional.of(place(from)), Optional.of(place(to)), from == 0, to == LINES, Optional.empty(), 0, "");
  }

  private int answer(Command command) {
    return view.take(new Event.LogRead((Command.ReadLog) command, page((Command.ReadLog) command)));
  }

  @Test
  void itHoldsSomePagesOnlyHoweverFarOneScrolls() {
    answer(view.atEnd());
    int top = view.size() - HEIGHT;
    while (!view.start()) {
      Optional<Command> wanted = view.wanted(0, HEIGHT);
      top = answer(wanted.orElseThrow());
      assertTrue(view.size() <= LogView.KEPT);
      assertEquals(200, top);
    }
    assertEquals("line 0", view.line(0).message());
    assertEquals("line 999", view.line(view.size() - 1).message());
    while (!view.end()) {
      int moved = answer(view.wanted(view.size() - HEIGHT, HEIGHT).orElseThrow());
      assertEquals(-200, moved);
      assertTrue(view.size() <= LogView.KEPT);
    }
    assertEquals("line 99999", view.line(view.size() - 1).message());
    assertEquals("line 99000", view.line(0).message());
  }

  @Test
  void aPageThatNobodyWaitsForAnyMoreChangesNothing() {
    Command old = view.atEnd();
    Command now = view.filter(LogLevel.WARN, "x");
    assertEquals(0, answer(old));
    assertEquals(0, view.size());
    answer(now);
    assertEquals(200, view.size());
  }

  @Test
  void aSearchThatWasStoppedGoesOnWhenOneMoves() {
    Command.ReadLog asked = (Command.ReadLog) view.filter(LogLevel.INFO, "rare");
    view.take(new Event.LogRead(asked, new LogPage(
        List.of(), Optional.of(place(900)), Optional.of(place(1_000)), false, true, Optional.empty(), 10, "")));
    assertTrue(view.wanted(0, HEIGHT).isPresent());
    assertTrue(view.searching());
    view.stop();
    assertEquals(Optional.empty(), view.wanted(0, HEIGHT));
    view.resume();
    assertTrue(view.wanted(0, HEIGHT).isPresent());
  }
}
