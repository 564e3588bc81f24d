package dev.chatstream.store.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.core.chat.Asked;
import dev.chatstream.core.chat.MessageState;
import dev.chatstream.store.file.DataRoot;
import dev.chatstream.store.file.FileOps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Promise 4 for journals: what was torn or damaged is recognised, and nothing after it is taken for good.
class ReadTurnTest {

  /// A half surrogate, a line end, a quote: whatever a model says.
  private static final List<String> TEXTS = List.of("one ", "two\n", "\ud800", "\"\u0000\u00e9", " five");

  @TempDir
  Path folder;

  private Asked asked;
  private byte[] whole;

  @BeforeEach
  void writeOne() throws Exception {
    DataRoot root = DataRoot.open(folder);
    asked = JournalSamples.asked(JournalSamples.newChat(), "why?");
    TurnJournal journal = TurnJournal.begin(root, FileOps.DISK, JournalSamples.CLOCK, asked);
    for (String text : TEXTS) {
      journal.came(List.of(new Piece("hm ", true, 2), new Piece(text, false, 1)));
    }
    journal.ended(MessageState.DONE);
    whole = Files.readAllBytes(folder.resolve(".store/journal/turn-" + asked.turn() + ".jsonl"));
    journal.delete();
  }

  @Test
  void whatWasWrittenIsReadTheSame() {
    ReadTurn read = ReadTurn.of(whole).orElseThrow();
    assertEquals(asked, read.asked());
    assertEquals(String.join("", TEXTS), read.text());
    assertEquals("hm ".repeat(5), read.thinking());
    assertEquals(15, read.tokens());
    assertEquals(MessageState.DONE, read.state());
    assertEquals(asked.answer().id(), read.answer().orElseThrow().id());
    assertFalse(read.damaged());
  }

  @Test
  void aTornTailAtEachByteLosesOnlyTheTornRecord() {
    List<Integer> ends = lineEnds();
    for (int length = 0; length < whole.length; length++) {
      Optional<ReadTurn> read = ReadTurn.of(Arrays.copyOf(whole, length));
      int lines = linesWithin(ends, length);
      assertEquals(lines > 0, read.isPresent(), "length " + length);
      if (read.isPresent()) {
        assertEquals(expected(lines), read.get().text(), "length " + length);
        assertEquals(length != ends.get(lines - 1), read.get().damaged(), "length " + length);
        assertEquals(MessageState.CUT, read.get().state());
      }
    }
  }

  @Test
  void aDamagedByteAnywhereEndsWhatIsTaken() {
    List<Integer> ends = lineEnds();
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      Optional<ReadTurn> read = ReadTurn.of(damaged);
      int lines = linesWithin(ends, at);
      assertEquals(lines > 0, read.isPresent(), "byte " + at);
      if (read.isPresent()) {
        assertEquals(expected(lines), read.get().text(), "byte " + at);
        assertTrue(read.get().damaged(), "byte " + at);
      }
    }
  }

  @Test
  void aRecordThatIsMissingEndsWhatIsTaken() {
    List<Integer> ends = lineEnds();
    byte[] gap = new byte[whole.length - (ends.get(2) - ends.get(1))];
    System.arraycopy(whole, 0, gap, 0, ends.get(1));
    System.arraycopy(whole, ends.get(2), gap, ends.get(1), whole.length - ends.get(2));
    ReadTurn read = ReadTurn.of(gap).orElseThrow();
    assertEquals("", read.text());
    assertTrue(read.damaged());
  }

  @Test
  void aRecordOfAnotherTurnIsNotTaken() {
    byte[] other = RecordJson.line(
        JournalSamples.id(), new JournalRecord.Came(1, JournalSamples.NOON, new Piece("not mine", false, 1)));
    byte[] both = Arrays.copyOf(whole, lineEnds().getFirst() + other.length);
    System.arraycopy(other, 0, both, lineEnds().getFirst(), other.length);
    ReadTurn read = ReadTurn.of(both).orElseThrow();
    assertEquals("", read.text());
    assertTrue(read.damaged());
  }

  /// The text of the first lines: the question, then thinking and text by turns.
  private static String expected(int lines) {
    return String.join("", TEXTS.subList(0, Math.min(TEXTS.size(), Math.max(0, lines - 1) / 2)));
  }

  private List<Integer> lineEnds() {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      if (whole[i] == '\n') {
        ends.add(i + 1);
      }
    }
    return ends;
  }

  private static int linesWithin(List<Integer> ends, int length) {
    return (int) ends.stream().filter(end -> end <= length).count();
  }
}
