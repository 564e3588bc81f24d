package dev.chatstream.cli;

import dev.chatstream.core.run.RunProgress;
import dev.chatstream.run.RunListener;
import java.time.Duration;

/// How far a run is, on standard error: one line that is drawn over on a terminal, else a line every ten seconds.
/// Thread-safe.
final class RunScreen implements RunListener {

  private static final long EVERY = Duration.ofSeconds(10).toNanos();
  private static final long EACH = Duration.ofMillis(500).toNanos();
  private static final int WIDTH = 79;

  private final boolean terminal = Streams.errorIsTerminal();
  private long last = System.nanoTime();
  private boolean drawn;
  private String before = "";

  @Override
  public synchronized void told(String sentence) {
    wipe();
    Streams.say(sentence);
  }

  @Override
  public synchronized void progress(RunProgress progress) {
    long now = System.nanoTime();
    if (now - last < (terminal ? EACH : EVERY)) {
      return;
    }
    last = now;
    String words = RunLines.words(progress);
    if (terminal) {
      String cut = words.length() > WIDTH ? words.substring(0, WIDTH) : words;
      System.err.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
      System.err.flush();
      drawn = true;
    } else if (!words.equals(before)) {
      Streams.say(words);
      before = words;
    }
  }

  /// Takes the line away.
  synchronized void wipe() {
    if (drawn) {
      System.err.print("\r" + " ".repeat(WIDTH) + "\r");
      System.err.flush();
      drawn = false;
    }
  }
}
