package dev.chatstream.ui;

import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;

/// The rule over a window: the names of the windows at the left, the one in front in brackets, and a word about what it
/// shows at the right.
public final class TopRule {

  private static final int MARGIN = 1;

  private final Look look;

  /// A painter of rules.
  public TopRule(Look look) {
    this.look = look;
  }

  /// Paints a rule over one window of several that stand side by side.
  public void one(RowPainter painter, int from, String name, boolean focused, String right) {
    int at = line(painter, from, MARGIN);
    at = tab(painter, at, name, focused);
    rest(painter, at, right);
  }

  /// Paints a rule with the names of all windows, of which only one is visible.
  public void all(RowPainter painter, AppState state, String right) {
    Panel front = state.focus();
    String unread = state.unreadWarnings() > 0 ? " !" + state.unreadWarnings() : "";
    int at = line(painter, 0, MARGIN);
    at = tab(painter, at, "1 Chat", front == Panel.INPUT || front == Panel.CHAT);
    at = tab(painter, line(painter, at, MARGIN), "2 Task lists", front == Panel.LISTS);
    at = tab(painter, line(painter, at, MARGIN), "3 Log" + unread, front == Panel.LOG);
    rest(painter, at, right);
  }

  private int tab(RowPainter painter, int at, String name, boolean front) {
    CellStyle style = look.style(front ? ThemeRole.FOCUS : ThemeRole.RULE);
    return painter.text(at, front ? "[" + name + "]" : " " + name + " ", style);
  }

  private int line(RowPainter painter, int at, int columns) {
    return painter.text(at, look.glyphs().line(columns), look.style(ThemeRole.RULE));
  }

  private void rest(RowPainter painter, int at, String right) {
    int room = painter.width() - at - 2 * MARGIN - 2;
    String words = right.isEmpty() || room < 4 ? "" : " " + Columns.cut(right, room, look.glyphs().more()) + " ";
    int lineEnd = painter.width() - MARGIN - DisplayWidth.of(words);
    int after = painter.text(line(painter, at, lineEnd - at), words, look.style(ThemeRole.TITLE));
    line(painter, after, painter.width() - after);
  }
}
