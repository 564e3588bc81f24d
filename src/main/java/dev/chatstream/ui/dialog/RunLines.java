package dev.chatstream.ui.dialog;

import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunRow;
import dev.chatstream.core.run.RunView;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.Glyphs;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.Sparkline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The lines of the window of a run.
final class RunLines {

  private static final int INDEX = 7;
  private static final int STATE = 10;
  private static final int TIME = 9;
  private static final int BUCKETS = 10;

  private final RunView view;
  private final RunProgress now;
  private final Glyphs glyphs;
  private final int width;

  RunLines(RunView view, Glyphs glyphs, int width) {
    this.view = view;
    this.now = view.progress();
    this.glyphs = glyphs;
    this.width = width;
  }

  String bar() {
    String right = "  " + Words.grouped(now.total() - now.open()) + " of " + Words.grouped(now.total()) + "  "
        + (int) (100 * now.fraction()) + "%";
    int room = Math.max(1, width - right.length());
    return glyphs.bar(room, now.fraction()) + right;
  }

  String counts() {
    if (!now.words().isEmpty() && now.phase() != RunPhase.FINISHED) {
      return now.words().startsWith("Paused") ? now.words() : now.phase().title() + ": " + now.words();
    }
    List<String> parts = new ArrayList<>();
    parts.add(now.phase().title());
    parts.add(Words.span(now.elapsed().toSeconds()) + " so far");
    parts.add(Words.grouped(now.done()) + " done");
    add(parts, now.failed(), "failed");
    add(parts, now.skipped(), "skipped");
    add(parts, now.running(), "running");
    if (now.phase() == RunPhase.RUNNING) {
      parts.add(Math.round(now.tokensPerSecond()) + " tok/s");
      now.left().ifPresent(left -> parts.add("about " + Words.span(left.toSeconds() + 1) + " to go"));
    } else if (now.phase() == RunPhase.FINISHED || now.phase() == RunPhase.STOPPED) {
      parts.remove(1);
      parts.add(Words.tokens(now.tokens()) + " tokens");
    }
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(Words.grouped(count) + " " + what);
    }
  }

  /// The last durations as a curve, and how often which of them were.
  String durations() {
    List<Long> recent = now.recent();
    if (recent.isEmpty()) {
      return "";
    }
    long least = Collections.min(recent);
    long most = Collections.max(recent);
    String spread = "  from " + time(least) + " " + histogram(recent, least, most) + " to " + time(most);
    int room = Math.max(0, width - spread.length() - 12);
    return "durations  " + Sparkline.of(recent, Math.min(room, recent.size()), glyphs) + spread;
  }

  private String histogram(List<Long> recent, long least, long most) {
    int[] counts = new int[BUCKETS];
    for (long millis : recent) {
      counts[(int) Math.min(BUCKETS - 1, most == least ? 0 : BUCKETS * (millis - least) / (most - least))]++;
    }
    int highest = 1;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    StringBuilder bars = new StringBuilder();
    for (int count : counts) {
      bars.append(count == 0 ? ' ' : glyphs.step((double) count / highest));
    }
    return bars.toString();
  }

  private static String time(long millis) {
    return Words.time(millis * 1_000_000);
  }

  String heading() {
    return "  " + Columns.right("#", INDEX) + "  " + Columns.left("state", STATE) + Columns.right("time", TIME) + "  "
        + Columns.left("task", task()) + "  result";
  }

  private int task() {
    return Math.max(8, (width - INDEX - STATE - TIME - 8) * 2 / 5);
  }

  String row(RunRow row) {
    String state = row.state() == RowState.RUNNING && row.tokens() > 0
        ? Words.tokens(row.tokens()) + " tok"
        : row.state().title();
    String time = row.millis() < 0 ? "" : time(row.millis());
    String model = view.plan().models().size() > 1 ? view.plan().model(row.job()) + ": " : "";
    return Columns.right(String.valueOf(row.index()), INDEX) + "  " + Columns.left(state, STATE)
        + Columns.right(time, TIME) + "  " + Columns.left(Sanitizer.line(model + row.task()), task()) + "  "
        + Sanitizer.line(row.result());
  }
}
