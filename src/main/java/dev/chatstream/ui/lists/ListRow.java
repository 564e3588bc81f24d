package dev.chatstream.ui.lists;

import dev.chatstream.core.task.ListCounts;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.time.Instant;

/// Paints a task list among the others: its name, how many tasks it has, and where there is room its tags, its size and
/// when it was changed.
final class ListRow {

  private static final int LEAST_NAME = 24;
  private static final int TAGS = 16;
  private static final int SIZE = 9;
  private static final int CHANGED = 10;

  private final Look look;

  ListRow(Look look) {
    this.look = look;
  }

  void paint(TaskListSummary list, boolean current, boolean focused, Instant now, int from, RowPainter painter) {
    CellStyle style = look.style(current && focused ? ThemeRole.SELECTION : ThemeRole.TEXT);
    boolean sound = list.problem().isEmpty();
    int room = painter.width() - from - 3;
    String right = sound ? facts(list, room - LEAST_NAME, now) : "! " + list.problem();
    int rightRoom = sound
        ? Math.min(DisplayWidth.of(right), Math.max(0, room - 1))
        : Math.min(right.length(), Math.max(0, room / 2));
    int at = painter.text(from, current ? "> " : "  ", style);
    String name = Columns.cut(list.file(), Math.max(1, room - rightRoom - 1), look.glyphs().more());
    at = painter.text(at, Columns.left(name, Math.max(1, room - rightRoom - 1)) + " ", style);
    at = painter.text(at, Columns.right(right, rightRoom), sound ? style : look.style(ThemeRole.WARNING));
    painter.fill(at, style);
  }

  /// As much as there is room for, the counts first.
  private String facts(TaskListSummary list, int room, Instant now) {
    String facts = counts(list);
    String changed = Columns.right(look.day(list.changed(), now), CHANGED);
    String size = Columns.right(Words.bytes(list.bytes()), SIZE);
    String tags = Columns.left(String.join(" ", list.counts().tags()), TAGS);
    int left = room - DisplayWidth.of(facts);
    String after = left > SIZE + CHANGED + 2 ? " " + size + " " + changed : "";
    left -= DisplayWidth.of(after);
    return (left > TAGS + 2 ? tags + "  " : "") + facts + after;
  }

  private static String counts(TaskListSummary list) {
    ListCounts counts = list.counts();
    if (!counts.known()) {
      return list.lastIndex() < 0 ? Words.bytes(list.bytes()) : "to " + list.lastIndex();
    }
    return counts.open() == 0 && counts.done() == 0
        ? Words.count(counts.rows(), "task")
        : Words.grouped(counts.open()) + " open of " + Words.grouped(counts.rows());
  }
}
