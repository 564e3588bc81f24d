package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.Message;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.chat.PlainText;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The chat or a message of it as plain text on the whole screen: no edges and no margin, so that a mouse selects
/// nothing but text. Only the last row says how to get back.
final class PlainDialog extends DialogWindow {

  private final PlainText text;
  private boolean begun;

  PlainDialog(Look look, AppState state, Dialog.Plain dialog, Consumer<Event> out) {
    super("Plain text", look, state, out);
    List<Message> all = state.chat().chat().conversation();
    int from = Math.max(0, all.stream().map(Message::id).toList().indexOf(dialog.from().orElse(null)));
    text = dialog.alone()
        ? PlainText.of(all.subList(from, Math.min(all.size(), from + 1)), look.glyphs())
        : PlainText.of(all, look.glyphs());
    if (!dialog.alone()) {
      text.startAt(from);
    }
  }

  @Override
  public boolean wholeScreen() {
    return true;
  }

  @Override
  public int rowsWanted() {
    return Integer.MAX_VALUE - EDGES;
  }

  @Override
  protected String keysLine() {
    String page = hint(Context.DIALOG, Motion.PAGE_UP, look().keys().shown(Context.DIALOG, Motion.PAGE_DOWN));
    return keys(hint(Context.DIALOG, Motion.BACK, "back"), page + " page", "the mouse selects text");
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look().keys().motion(Context.DIALOG, key);
    if (motion.isEmpty()) {
      return false;
    }
    int page = Math.max(1, height() - 2);
    switch (motion.get()) {
      case UP -> text.scroll(-1);
      case DOWN -> text.scroll(1);
      case PAGE_UP -> text.scroll(-page);
      case PAGE_DOWN -> text.scroll(page);
      case FIRST -> text.toFirst();
      case LAST -> text.toLast();
      case BACK, CHOOSE -> leave();
      default -> {
        return false;
      }
    }
    markDirty();
    return true;
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    if (row == 0 || !begun) {
      begun = true;
      text.setSize(width(), Math.max(1, height() - 1));
    }
    boolean last = row == height() - 1;
    String words = last ? keysLine() : text.line(row);
    int at = painter.text(0, words, style(last ? ThemeRole.HINT : ThemeRole.TEXT));
    painter.fill(at, style(ThemeRole.TEXT));
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    paintRow(row, painter);
  }
}
