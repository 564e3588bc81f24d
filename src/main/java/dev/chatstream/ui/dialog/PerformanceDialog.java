package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.watch.FolderSize;
import dev.chatstream.core.watch.StoreFigures;
import dev.chatstream.core.watch.TimingFigures;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.Sparkline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// How long the disk takes, with a curve of the last times, and how much lies where. The figures come by themselves,
/// whenever something was measured.
final class PerformanceDialog extends ScrollDialog {

  private static final int NAME = 11;
  private static final int FOLDER = 17;
  private static final int COUNT = 10;
  private static final int FIGURE = 9;

  PerformanceDialog(Look look, AppState state, Consumer<Event> out) {
    super("Performance", look, state, out);
  }

  @Override
  protected String corner() {
    return state().care().figures().map(figures -> "since " + look().clock(figures.since())).orElse("");
  }

  @Override
  protected List<Line> lines() {
    return state().care().figures().map(this::lines)
        .orElse(List.of(new Line("Reading ...", ThemeRole.PLACEHOLDER)));
  }

  private List<Line> lines(StoreFigures figures) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(heading(), ThemeRole.TITLE));
    for (TimingFigures timing : figures.timings()) {
      add(timing, lines);
    }
    lines.add(new Line("", ThemeRole.DIALOG));
    lines.add(new Line(Columns.left("", FOLDER) + Columns.right("files", COUNT), ThemeRole.TITLE));
    for (FolderSize folder : figures.folders()) {
      lines.add(new Line(
          row(folder.name(), Words.grouped(folder.files()), folder.bytes()),
          folder.files() > 0 ? ThemeRole.DIALOG : ThemeRole.DIM));
    }
    lines.add(new Line(row("free on the disk", "", figures.free()), ThemeRole.DIALOG));
    return lines;
  }

  private String heading() {
    return figures("", "count", "p50", "p99", "longest") + (narrow() ? "" : "  the last ones");
  }

  /// On a narrow screen the longest time is left out, and the curve has a line of its own.
  private void add(TimingFigures timing, List<Line> lines) {
    String count = Words.grouped(timing.count());
    if (timing.count() == 0) {
      lines.add(new Line(figures(timing.timing().title(), count, "", "", ""), ThemeRole.DIM));
      return;
    }
    String figures = figures(
        timing.timing().title(),
        count,
        Words.time(timing.median()),
        Words.time(timing.p99()),
        Words.time(timing.longest()));
    if (narrow()) {
      lines.add(new Line(figures, ThemeRole.DIALOG));
      lines.add(new Line("  " + curve(timing, bodyWidth() - 2), ThemeRole.ACCENT));
    } else {
      lines.add(new Line(figures + "  " + curve(timing, bodyWidth() - figures.length() - 2), ThemeRole.DIALOG));
    }
  }

  private String figures(String name, String count, String median, String p99, String longest) {
    return Columns.left(name, NAME) + Columns.right(count, FIGURE - 2) + Columns.right(median, FIGURE)
        + Columns.right(p99, FIGURE) + (narrow() ? "" : Columns.right(longest, FIGURE));
  }

  private String curve(TimingFigures timing, int columns) {
    return Sparkline.of(timing.recent(), columns, look().glyphs());
  }

  private static String row(String name, String count, long bytes) {
    return Columns.left(name, FOLDER) + Columns.right(count, COUNT)
        + Columns.right(Words.bytes(bytes), FIGURE);
  }
}
