package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.CellStyle;
import dev.chatstream.ui.widget.Scroll;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.term.Sanitizer;
import java.util.Optional;
import java.util.function.Consumer;

/// Text to read: help, a line of the log, the tasks of a list. It scrolls.
class TextDialog extends DialogWindow {

  private static final int MOST_ROWS = 40;

  private final WrappedText text;
  private final Scroll scroll = new Scroll();

  TextDialog(String title, String words, Look look, AppState state, Consumer<Event> out) {
    super(title, look, state, out);
    this.text = WrappedText.of(Sanitizer.lines(words), WIDEST - 2 * left());
  }

  @Override
  public int rowsWanted() {
    text.setWidth(bodyWidth());
    return Math.min(MOST_ROWS, text.lines());
  }

  @Override
  protected String corner() {
    int below = text.lines() - top() - bodyHeight();
    return below > 0 ? Words.count(below, "line") + " below" : "";
  }

  @Override
  protected String keysLine() {
    return keys(
        hint(Context.DIALOG, Motion.UP, look().keys().shown(Context.DIALOG, Motion.DOWN)) + " "
            + hint(Context.DIALOG, Motion.PAGE_UP, hint(Context.DIALOG, Motion.PAGE_DOWN, "scroll")),
        hint(Context.DIALOG, Motion.BACK, "close"));
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    if (scroll.move(motion.get(), text.lines(), bodyHeight())) {
      markDirty();
      return true;
    }
    if (motion.get() == Motion.CHOOSE) {
      chosen();
      return true;
    }
    if (motion.get() == Motion.BACK) {
      leave();
      return true;
    }
    return false;
  }

  private int top() {
    return scroll.top(text.lines(), bodyHeight());
  }

  /// Where the first line that is shown begins in the text.
  protected final int topPlace() {
    return text.start(top());
  }

  /// Enter.
  protected void chosen() {
    leave();
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    int line = top() + row;
    String words = line < text.lines() ? text.line(line) : "";
    boolean heading = words.startsWith("# ");
    CellStyle style = style(heading ? ThemeRole.TITLE : ThemeRole.DIALOG);
    line(painter, heading ? words.substring(2) : words, style);
  }
}
