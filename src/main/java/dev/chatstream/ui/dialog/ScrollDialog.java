package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.widget.Scroll;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Lines to look at, made anew with each state; they scroll where there is no room for all.
abstract class ScrollDialog extends DialogWindow {

  /// A line and how it looks.
  protected record Line(String text, ThemeRole role) {}

  private final Scroll scroll = new Scroll();

  /// A dialog that shows this state.
  protected ScrollDialog(String title, Look look, AppState state, Consumer<Event> out) {
    super(title, look, state, out);
  }

  /// The lines, fitted to [#bodyWidth()].
  protected abstract List<Line> lines();

  @Override
  public int rowsWanted() {
    return lines().size();
  }

  @Override
  protected String keysLine() {
    boolean scrolls = lines().size() > bodyHeight();
    String close = hint(Context.DIALOG, Motion.BACK, "close");
    String down = hint(Context.DIALOG, Motion.DOWN, "scroll");
    return scrolls ? keys(hint(Context.DIALOG, Motion.UP, down), close) : close;
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    if (scroll.move(motion.get(), lines().size(), bodyHeight())) {
      markDirty();
      return true;
    }
    boolean closes = motion.get() == Motion.BACK || motion.get() == Motion.CHOOSE;
    if (closes) {
      leave();
    }
    return closes;
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    List<Line> lines = lines();
    int index = scroll.top(lines.size(), bodyHeight()) + row;
    Line line = index < lines.size() ? lines.get(index) : new Line("", ThemeRole.DIALOG);
    line(painter, line.text(), style(line.role()));
  }
}
