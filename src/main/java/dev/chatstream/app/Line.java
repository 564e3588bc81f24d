package dev.chatstream.app;

import java.util.OptionalInt;
import java.util.function.LongSupplier;

/// The line to the terminal: whether it is slow, and how frames go over it then. See docs/adr/0017. UI thread only.
public final class Line {

  /// Frames that only tokens asked for come no faster; a key is drawn at once. Thirty a second read as a flow, and cost
  /// half of what sixty do, here and on the wire.
  static final long FRAME_NANOS = 32_000_000;

  private static final long TOLD_EVERY = 5_000_000_000L;
  private static final int KILO = 1000;

  private final LongSupplier nanos;
  private int bits;
  private final RoundTrips trips = new RoundTrips();
  private boolean slow;
  private Pace pace = new AnswerPace();
  private long total;
  private long toldAt;
  private long toldTotal;
  private String words = "slow line";

  /// @param nanos the clock, as [System#nanoTime]
  /// @param slow given when the line is slow: its bits a second, or 0 where nobody knows them
  public Line(LongSupplier nanos, OptionalInt slow) {
    this.nanos = nanos;
    this.bits = slow.orElse(0);
    if (slow.isPresent()) {
      toggle();
    }
  }

  long now() {
    return nanos.getAsLong();
  }

  boolean slow() {
    return slow;
  }

  /// Makes a slow line a usual one, and the reverse.
  void toggle() {
    slow = !slow;
    pace = bits > 0 ? new BitPace(bits) : new AnswerPace();
    total = 0;
    toldTotal = 0;
    toldAt = now();
    words = "slow line";
  }

  /// As the setting says: `on`, `off`, `auto`, or its bits a second.
  void use(String setting) {
    boolean number = Character.isDigit(setting.charAt(0));
    bits = number ? Integer.parseInt(setting) : 0;
    boolean wanted = number || setting.equals("on");
    if (wanted != slow || wanted) {
      slow = !wanted;
      toggle();
    }
  }

  /// What the status line says of it; told anew every five seconds at most, and only when something was sent anyway.
  String words() {
    return slow ? words : "";
  }

  /// What was chosen, as a sentence.
  String sentence() {
    if (!slow) {
      return "Everything is sent again, as fast as it comes.";
    }
    return bits > 0
        ? "Slow line: " + bits + " bits a second, replies by whole lines."
        : "Slow line: at most 4 frames a second, replies by whole lines.";
  }

  /// Until when tokens may wait for each other.
  long quietUntil(long lastFrame) {
    return slow ? Math.max(pace.dueAt(), lastFrame + FRAME_NANOS) : lastFrame + FRAME_NANOS;
  }

  /// Whether a frame may go now, on a slow line.
  boolean due(long now) {
    return now >= pace.dueAt();
  }

  /// When the next frame may go, on a slow line.
  long dueAt() {
    return pace.dueAt();
  }

  /// How many bytes a frame may have on a slow line.
  int room() {
    return pace.room();
  }

  /// Whether the next frame is to be answered.
  boolean asks(long now) {
    return slow ? pace.asks() : trips.due(now);
  }

  /// A frame was handed over.
  void sent(int bytes, long now, boolean asked) {
    if (!slow) {
      if (asked) {
        trips.asked(now);
      }
      return;
    }
    pace.sent(bytes, now, asked);
    total += bytes;
    if (now - toldAt >= TOLD_EVERY) {
      words = "slow line, " + size(total) + ", " + (total - toldTotal) * 1_000_000_000L / (now - toldAt) + " B/s";
      toldAt = now;
      toldTotal = total;
    }
  }

  /// The terminal has a frame that asked.
  ///
  /// @return how long it took, in nanoseconds, when the person should hear of it; -1 otherwise
  long answered(long now) {
    pace.answered(now);
    return slow ? -1 : trips.answered(now);
  }

  private static String size(long bytes) {
    return bytes < KILO ? bytes + " B" : bytes / KILO + " KB";
  }
}
