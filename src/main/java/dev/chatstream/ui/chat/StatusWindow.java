package dev.chatstream.ui.chat;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Notice;
import dev.chatstream.core.state.Turn;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.text.Sentences;
import dev.chatstream.ui.widget.Columns;
import java.time.Instant;
import java.util.List;

/// The last rows: how things stand, and below it the keys that work now or a sentence about what just happened. Where
/// there is one row only, both share it.
public final class StatusWindow extends PanelWindow {

  private static final String SIGN = " ! ";

  private final Look look;
  private final StatusText status;
  private final Hints hints;
  private StatusLine line;
  private List<Hints.Hint> shown;
  private Notice notice = Notice.NONE;

  /// Shows this state.
  public StatusWindow(Look look, AppState state) {
    super("Status");
    this.look = look;
    this.status = new StatusText(look);
    this.hints = new Hints(look);
    this.line = status.of(state);
    this.shown = hints.of(state);
  }

  /// Shows this state; paints again only what differs.
  ///
  /// @param filtering whether a filter is being typed, so that letters are text
  public void show(AppState state, boolean filtering) {
    StatusLine newLine = status.of(calm(state));
    if (!newLine.equals(line)) {
      line = newLine;
      markDirty();
    }
    List<Hints.Hint> newHints = filtering ? hints.whileFiltering() : hints.of(state);
    if (!newHints.equals(shown) || state.notice() != notice) {
      shown = newHints;
      notice = state.notice();
      markDirty();
    }
  }

  /// Over a slow line no figure changes but on full minutes.
  private AppState calm(AppState state) {
    Instant from = state.chat().turn().map(Turn::started).orElse(Instant.EPOCH);
    return look.slow() ? state.at(look.told(state.now(), from)) : state;
  }

  @Override
  public boolean press(Key key) {
    return false;
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    List<String> said = notice.words().isEmpty() ? List.of() : noticeRows(height());
    int saidRow = row - height() + said.size();
    if (saidRow >= 0 && !said.isEmpty()) {
      paintNotice(said.get(saidRow), row == height() - 1, saidRow == 0, painter);
    } else if (row == 0 && height() > 1) {
      paintStatus(painter);
    } else {
      paintHints(painter, height() > 1 ? "" : line.brief(), height() > 1 ? "" : line.save());
    }
  }

  private void paintStatus(RowPainter painter) {
    int room = painter.width() - DisplayWidth.of(line.save()) - 4;
    String left = " " + line.fit(room - 1, " " + look.glyphs().dot() + " ");
    int at = painter.text(0, Columns.left(left, room + 2), look.style(ThemeRole.STATUS));
    at = painter.text(at, " ", look.style(ThemeRole.STATUS));
    at = painter.text(at, line.save(), look.style(line.alarm() ? ThemeRole.ERROR : ThemeRole.STATUS));
    painter.fill(at, look.style(ThemeRole.STATUS));
  }

  /// A sentence that is too long for its row takes that of the status, too, while it stands there. The alarm keeps its
  /// place beside it, unless it begins with the same words.
  private void paintNotice(String words, boolean last, boolean first, RowPainter painter) {
    ThemeRole role = notice.level() == LogLevel.INFO ? ThemeRole.INFO : ThemeRole.WARNING;
    int at = painter.text(0, sign(first) + words, look.style(role));
    String alarm = last ? alarm() : "";
    if (!alarm.isEmpty()) {
      at = painter.text(at, " ".repeat(painter.width() - 1 - DisplayWidth.of(alarm) - at), look.style(ThemeRole.HINT));
      at = painter.text(at, alarm, look.style(ThemeRole.ERROR));
    }
    painter.fill(at, look.style(ThemeRole.HINT));
  }

  private String sign(boolean first) {
    return notice.level() == LogLevel.INFO ? " " : first ? SIGN : " ".repeat(SIGN.length());
  }

  /// The rows of the sentence.
  ///
  /// @param most at least 1
  private List<String> noticeRows(int most) {
    String alarm = alarm();
    int room = width() - 1 - sign(true).length() - (alarm.isEmpty() ? 0 : DisplayWidth.of(alarm) + 2);
    return Sentences.rows(look.words(notice.words()), room, most, look.glyphs().more());
  }

  private String alarm() {
    boolean said = look.words(notice.words()).startsWith("NOT SAVED");
    return line.alarm() && !said ? line.save() : "";
  }

  /// What does not fit is left out whole; the last hint always has room.
  ///
  /// @param left what comes before them
  /// @param right what keeps the right edge
  private void paintHints(RowPainter painter, String left, String right) {
    int end = painter.width() - (right.isEmpty() ? 0 : DisplayWidth.of(right) + 2);
    painter.fill(painter.text(end + 1, right, look.style(ThemeRole.STATUS)), look.style(ThemeRole.HINT));
    if (shown.isEmpty()) {
      painter.text(0, " ".repeat(end), look.style(ThemeRole.HINT));
      return;
    }
    Hints.Hint last = shown.getLast();
    int room = end - 2 - last.width();
    int at = painter.text(0, " ", look.style(ThemeRole.HINT));
    if (!left.isEmpty() && at + DisplayWidth.of(left) + 2 <= room) {
      at = painter.text(painter.text(at, left, look.style(ThemeRole.STATUS)), "  ", look.style(ThemeRole.HINT));
    }
    for (Hints.Hint hint : shown.subList(0, shown.size() - 1)) {
      if (at + hint.width() + 2 > room) {
        break;
      }
      at = painter.text(paintHint(hint, at, painter), "  ", look.style(ThemeRole.HINT));
    }
    at = paintHint(last, at, painter);
    painter.text(at, " ".repeat(Math.max(0, end + 1 - at)), look.style(ThemeRole.HINT));
  }

  private int paintHint(Hints.Hint hint, int from, RowPainter painter) {
    int at = painter.text(from, hint.key(), look.style(ThemeRole.ACCENT));
    return painter.text(at, " " + hint.words(), look.style(ThemeRole.HINT));
  }
}
