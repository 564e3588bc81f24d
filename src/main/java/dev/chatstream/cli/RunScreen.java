package dev.chatstream.cli;

import dev.chatstream.core.run.RunProgress;
import dev.chatstream.run.RunListener;
import java.time.Duration;

/// How far a run is, on standard error: one line that is drawn over on a terminal, else a line every ten seconds.
/// Thread-safe.
final class RunScreen implements RunListener {

  private static final long EVERY = Duration.ofSeconds(10).toNanos();
  private static final long EACH = Duration.ofMillis(500).toNanos();

  private final boolean terminal = Streams.errorIsTerminal();
  private final DrawnLine line = new DrawnLine();
  private long last = System.nanoTime();
  private String before = "";

  @Override
  public synchronized void told(String sentence) {
    line.wipe();
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
      line.draw(words);
    } else if (!words.equals(before)) {
      Streams.say(words);
      before = words;
    }
  }

  /// Takes the line away.
  synchronized void wipe() {
    line.wipe();
  }
}
