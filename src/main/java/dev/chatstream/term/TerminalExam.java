package dev.chatstream.term;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Asks a terminal what it can do and how it draws. Each group of questions ends with one that every terminal answers,
/// its attributes: when that answer is there, all others are, or never come. So nothing arrives late. One thread.
public final class TerminalExam {

  /// How long the exam waits for a sign of life; then it ends.
  private static final long PATIENCE_MILLIS = 3000;

  private static final int TRIPS = 3;
  private static final int LOAD = 128;
  private static final String ATTRIBUTES = "\u001b[c";
  private static final String SAVE = "\u001b7";
  private static final String RESTORE = "\u001b[m\u001b8";

  /// Second attributes, name and version, kitty's key flags, xterm's key setting, bracketed paste, frames at once.
  private static final String QUESTIONS = "\u001b[>c\u001b[>0q\u001b[?u\u001b[?4m\u001b[?2004$p\u001b[?2026$p";

  /// The second row: in the first one an answer looks like a key.
  private static final String PLACE = "\u001b[2;1H";

  private final Channel channel;
  private final LongSupplier nanos;

  /// The way to the terminal and back.
  public interface Channel {
    /// Writes.
    void send(byte[] bytes) throws IOException;

    /// The next answer; null when none came in that time.
    Reply next(long millis) throws IOException, InterruptedException;
  }

  /// @param nanos the clock, as [System#nanoTime]
  public TerminalExam(Channel channel, LongSupplier nanos) {
    this.channel = channel;
    this.nanos = nanos;
  }

  /// Asks everything; takes about six round trips, and three seconds where nobody answers. Leaves the second row empty,
  /// and cursor and style as they were.
  public TerminalFindings examine() throws IOException, InterruptedException {
    if (!reached(ask(""))) {
      return TerminalFindings.SILENT;
    }
    List<Reply> told = ask(SAVE + QUESTIONS + RESTORE);
    List<Integer> columns = ask(SAVE + PLACE + samples() + "\r\u001b[K" + RESTORE).stream()
        .filter(Reply::position).map(reply -> reply.column() - 1).toList();
    long[] trips = new long[TRIPS];
    for (int trip = 0; trip < TRIPS; trip++) {
      trips[trip] = timed("");
    }
    Arrays.sort(trips);
    long median = trips[TRIPS / 2];
    String load = load();
    long loaded = timed(SAVE + load + RESTORE);
    return new TerminalFindings(true, told, columns, median, Math.max(0, loaded - median), load.length());
  }

  private long timed(String questions) throws IOException, InterruptedException {
    long began = nanos.getAsLong();
    ask(questions);
    return nanos.getAsLong() - began;
  }

  private static boolean reached(List<Reply> replies) {
    return replies.stream().anyMatch(TerminalExam::attributes);
  }

  private static boolean attributes(Reply reply) {
    return reply.kind() == '[' && reply.body().startsWith("?") && reply.body().endsWith("c");
  }

  /// What came up to the attributes, with them.
  private List<Reply> ask(String questions) throws IOException, InterruptedException {
    channel.send((questions + ATTRIBUTES).getBytes(StandardCharsets.UTF_8));
    List<Reply> replies = new ArrayList<>();
    Predicate<Reply> last = TerminalExam::attributes;
    for (Reply reply = next(); reply != null; reply = next()) {
      replies.add(reply);
      if (last.test(reply)) {
        break;
      }
    }
    return replies;
  }

  private Reply next() throws IOException, InterruptedException {
    return channel.next(PATIENCE_MILLIS);
  }

  private static String samples() {
    StringBuilder all = new StringBuilder();
    for (WidthSample sample : WidthSample.ALL) {
      all.append("\r\u001b[K").append(sample.text()).append("\u001b[6n");
    }
    return all.toString();
  }

  /// About a kilobyte that draws nothing and that a compressing line can't make much of.
  private static String load() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < LOAD; i++) {
      all.append("\u001b[").append(1000 + i * 7919 % 8999).append('G');
    }
    return all.toString();
  }
}
