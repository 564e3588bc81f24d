package dev.chatstream.bench;

import dev.chatstream.core.state.StreamedText;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.markdown.Section;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.theme.Glyphs;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A token of Markdown at the end of an answer, cut into sections and its section laid out anew; and an answer of that
/// many lines opened.
@State(Scope.Thread)
public class MarkdownBenchmark {

  private static final Page PAGE = new Page(100, Glyphs.UNICODE);
  private static final String PARAGRAPH = """
      ## A heading

      The **start-up time** of a program is what people feel first, so `measure` it before anything else is done, and
      write down *what* was measured, on which machine, and how often; two numbers are no measurement.

      - an entry with some words
      - another one with `code` in it

      ```java
      for (int i = 0; i < count; i++) { // why
        sum += values[i] * 42;
      }
      ```

      """;

  @Param({"100", "100000"})
  private int lines;

  private String before;
  private StreamedText text;
  private Sections sections;
  private int at;

  /// An answer of so many lines.
  @Setup(Level.Iteration)
  public void answer() {
    before = PARAGRAPH.repeat(Math.max(1, lines / 14));
    text = StreamedText.empty().append(before);
    sections = Sections.markdown();
    sections.grow(text, false);
    at = 0;
  }

  /// One token more.
  @Benchmark
  public List<Line> token() {
    text = text.append(PARAGRAPH.substring(at, Math.min(PARAGRAPH.length(), at + 4)));
    at = at + 4 >= PARAGRAPH.length() ? 0 : at + 4;
    sections.grow(text, false);
    Section last = sections.get(sections.size() - 1);
    return last.lines(text, PAGE);
  }

  /// The whole answer, as when a chat is opened: cut, and its last screen laid out.
  @Benchmark
  public int open() {
    Sections opened = Sections.markdown();
    opened.grow(before, true);
    int rows = 0;
    for (int i = opened.size() - 1; i >= 0 && rows < 50; i--) {
      rows += opened.get(i).lines(before, PAGE).size();
    }
    return opened.size();
  }
}
