package dev.chatstream.term;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An exam of terminals that answer as known ones do; their time is the test's own.
class TerminalExamTest {

  private static final TerminalSize SIZE = new TerminalSize(80, 24);
  private static final Map<String, String> ENVIRONMENT = Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8");

  private long now;

  /// Takes a millisecond for an answer, and another for every ten bytes of a question.
  private class Fake implements TerminalExam.Channel {

    final List<String> asked = new ArrayList<>();
    private final Deque<Reply> answers = new ArrayDeque<>();
    private final boolean modern;

    Fake(boolean modern) {
      this.modern = modern;
    }

    @Override
    public void send(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      asked.add(text);
      now += bytes.length * 100_000L;
      if (modern && text.contains("\u001b[>0q")) {
        answers.add(new Reply('P', ">|kitty(0.38)"));
        answers.add(new Reply('[', "?1u"));
        answers.add(new Reply('[', "?2004;1$y"));
        answers.add(new Reply('[', "?2026;2$y"));
      }
      int positions = text.split("\u001b\\[6n", -1).length - 1;
      for (int i = 0; i < positions; i++) {
        answers.add(new Reply('[', "2;" + (1 + WidthSample.ALL.get(i).counted()) + "R"));
      }
      answers.add(new Reply('[', modern ? "?62;52c" : "?6c"));
    }

    @Override
    public Reply next(long millis) {
      now += 1_000_000;
      return answers.poll();
    }
  }

  private List<String> report(TerminalExam.Channel channel) throws Exception {
    TerminalFindings found = new TerminalExam(channel, () -> now).examine();
    return new TerminalReport(found, ENVIRONMENT).lines(SIZE);
  }

  @Test
  void aModernTerminalTellsAll() throws Exception {
    String all = String.join("\n", report(new Fake(true)));
    assertTrue(all.contains("it calls itself kitty(0.38)."), all);
    assertTrue(all.contains("Shift-Enter differs from Enter"), all);
    assertTrue(all.contains("Paste: pastes are marked"), all);
    assertTrue(all.contains("Frames at once: yes"), all);
    assertTrue(all.contains("says that it takes texts (OSC 52)"), all);
    assertTrue(all.contains("a family: 2"), all);
    assertFalse(all.contains("counted as"), all);
    assertTrue(all.contains("about 10000 bytes a second") || all.contains("about 99"), all);
  }

  @Test
  void anOldOneIsTakenAsItIs() throws Exception {
    String all = String.join("\n", report(new Fake(false)));
    assertTrue(all.contains("Shift-Enter looks like Enter"), all);
    assertTrue(all.contains("Paste: it doesn't say"), all);
  }

  @Test
  void aWrongWidthIsTold() throws Exception {
    TerminalExam.Channel narrow = new Fake(true) {
      @Override
      public Reply next(long millis) {
        Reply reply = super.next(millis);
        return reply != null && reply.position() ? new Reply('[', "2;2R") : reply;
      }
    };
    String all = String.join("\n", report(narrow));
    assertTrue(all.contains("an emoji: 1, counted as 2 here"), all);
  }

  @Test
  void oneThatNeverAnswersIsAskedOneQuestion() throws Exception {
    Fake deaf = new Fake(true) {
      @Override
      public Reply next(long millis) {
        return null;
      }
    };
    assertTrue(report(deaf).getLast().startsWith("Answers: none"));
    assertEquals(List.of("\u001b[c"), deaf.asked);
  }

  @Test
  void nothingIsDrawnInTheFirstRowAndNothingStays() throws Exception {
    Fake fake = new Fake(true);
    report(fake);
    for (String asked : fake.asked) {
      assertEquals(asked.contains("\u001b7"), asked.contains("\u001b8"), asked);
      assertTrue(asked.endsWith("\u001b[c"), asked);
      assertTrue(!asked.contains("\u001b[6n") || asked.contains("\u001b[2;1H"), asked);
    }
  }
}
