package dev.chatstream.bench;

import dev.chatstream.term.DisplayWidth;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The columns of one line that is about 200 columns wide.
@State(Scope.Thread)
public class WidthBenchmark {

  @Param({"ascii", "cjk", "emoji"})
  public String script;

  private String line;

  @Setup
  public void choose() {
    line = switch (script) {
      case "ascii" -> Samples.lines(10)[0].repeat(4).substring(0, 200);
      case "cjk" -> "仮想スレッドは軽量で、ソケットを待つ間に他の仕事が進む。".repeat(4).substring(0, 100);
      // One code point, with a skin tone, joined ones, a flag, a keycap, with a variation selector.
      case "emoji" -> "😀🎉👍🏽👩‍👩‍👧🇩🇪1️⃣❤️✅".repeat(12);
      default -> throw new IllegalArgumentException(script);
    };
  }

  @Benchmark
  public int line() {
    return DisplayWidth.of(line);
  }
}
