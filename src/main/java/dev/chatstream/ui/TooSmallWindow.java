package dev.chatstream.ui;

import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.theme.ThemeRole;

/// Covers a screen on which nothing else would be legible.
final class TooSmallWindow extends PanelWindow {

  private final Look look;
  private boolean unsaved;

  TooSmallWindow(Look look) {
    super("Too small");
    this.look = look;
    setVisible(false);
  }

  /// Shows this state.
  void show(AppState state) {
    if (unsaved != state.unsaved()) {
      unsaved = state.unsaved();
      markDirty();
    }
  }

  @Override
  public boolean press(Key key) {
    return false;
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    String words = switch (row) {
      case 0 -> "Too small: " + width() + "x" + height() + ".";
      case 1 -> "Needs " + Layout.LEAST_COLUMNS + "x" + Layout.LEAST_ROWS + ".";
      case 2 -> unsaved ? "NOT SAVED." : "Everything is kept.";
      case 3 -> look.words(Phrase.key(Action.QUIT, "quits."));
      default -> "";
    };
    painter.fill(painter.text(0, words, look.style(ThemeRole.WARNING)), look.style(ThemeRole.TEXT));
  }
}
