package dev.chatstream.ui.markdown;

import dev.chatstream.term.DisplayWidth;
import java.util.Arrays;
import java.util.List;

/// A line as it stands on the screen: harmless text in runs of one ink each, no wider than it was laid out for. Code
/// and
/// tables that are not wrapped may be wider.
public final class Line {

  /// A run of one ink.
  ///
  /// @param text its characters
  public record Run(String text, Ink ink) {}

  /// A line without text.
  public static final Line EMPTY = new Line(List.of());

  private final List<Run> runs;

  private Line(List<Run> runs) {
    this.runs = runs;
  }

  /// A line of these runs; empty ones are left out.
  static Line of(Run... runs) {
    return of(Arrays.asList(runs));
  }

  /// A line of one ink.
  static Line of(String text, Ink ink) {
    return of(new Run(text, ink));
  }

  static Line of(List<Run> runs) {
    List<Run> kept = runs.stream().filter(run -> !run.text().isEmpty()).toList();
    return kept.isEmpty() ? EMPTY : new Line(kept);
  }

  /// Its runs from left to right.
  public List<Run> runs() {
    return runs;
  }

  /// How wide it is.
  public int columns() {
    int columns = 0;
    for (Run run : runs) {
      columns += DisplayWidth.of(run.text());
    }
    return columns;
  }

  /// Its characters.
  public String text() {
    if (runs.size() == 1) {
      return runs.getFirst().text();
    }
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(run.text()));
    return text.toString();
  }

  /// This line with another at its right end.
  Line plus(Line right) {
    if (runs.isEmpty()) {
      return right;
    }
    Run[] both = Arrays.copyOf(runs.toArray(Run[]::new), runs.size() + right.runs.size());
    for (int i = 0; i < right.runs.size(); i++) {
      both[runs.size() + i] = right.runs.get(i);
    }
    return new Line(List.of(both));
  }

  @Override
  public String toString() {
    return text();
  }
}
