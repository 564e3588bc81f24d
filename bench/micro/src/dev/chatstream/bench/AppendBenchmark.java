package dev.chatstream.bench;

import dev.chatstream.ui.text.WrappedText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// One token at the end of a text. Both sizes have to cost the same.
@State(Scope.Thread)
public class AppendBenchmark {

  /// So few that a text of 100 lines stays near 100, and so many that the clock does not count.
  private static final int TOKENS = 256;

  @Param({"100", "100000"})
  public int lines;

  private final String[] tokens = Samples.tokens();
  private WrappedText text;

  /// A new text for each call, as one that grows for a second would have far more lines than it should. Paragraph by
  /// paragraph, so that its buffer has grown by doubling and has the room that a streamed text has.
  @Setup(Level.Invocation)
  public void fill() {
    String paragraph = Samples.prose(1);
    text = new WrappedText(80);
    while (text.lines() < lines) {
      text.append(paragraph);
    }
  }

  /// The cost of one token: JMH divides by their number.
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public void token(Blackhole hole) {
    for (int token = 0; token < TOKENS; token++) {
      hole.consume(text.append(tokens[token % tokens.length]));
    }
  }
}
