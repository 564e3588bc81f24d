package dev.chatstream.bench;

import dev.chatstream.ui.text.WrappedText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A long chat that is opened, or shown at another width.
@State(Scope.Thread)
public class WrapBenchmark {

  private final String text = Samples.prose(1_000_000).substring(0, 1_000_000);

  @Benchmark
  public WrappedText oneMegabyte() {
    return WrappedText.of(text, 80);
  }
}
