package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What a letter after Esc does. A listed letter acts; what is no letter closes it and means what it means without it;
/// any other key closes it and types nothing.
final class KeyMenuDialog extends DialogWindow {

  private static final int CELL_WIDTH = 25;
  private static final int NARROW = 12;

  private record Entry(String letter, String words) {}

  private final List<Entry> entries = new ArrayList<>();

  KeyMenuDialog(Look look, AppState state, Consumer<Event> out) {
    super("Keys", look, state, out);
    for (Action action : Action.values()) {
      for (Key key : look.keys().keys(action)) {
        if (key.alt()) {
          entries.add(new Entry(key.text(), action.title()));
        }
      }
    }
  }

  @Override
  public int rowsWanted() {
    int columns = Math.max(1, bodyWidth() / cellWidth());
    return (entries.size() + columns - 1) / columns;
  }

  /// On a small screen every letter is there, if with half a word.
  private int cellWidth() {
    return bodyWidth() < 2 * CELL_WIDTH ? NARROW : CELL_WIDTH;
  }

  @Override
  protected String corner() {
    boolean cut = rowsWanted() > bodyHeight();
    boolean coming = state().chat().turn().isPresent();
    return coming ? letter(Action.STOP, "stops the reply") : cut ? letter(Action.COMMANDS, "lists all") : "";
  }

  private String letter(Action action, String words) {
    return look().keys().keys(action).stream()
        .filter(Key::alt)
        .findFirst()
        .map(key -> key.text() + " " + words)
        .orElse("");
  }

  @Override
  protected String keysLine() {
    return "a letter acts " + look().glyphs().dot() + " any other key closes this";
  }

  @Override
  public boolean press(Key key) {
    Optional<Action> action = look().keys().afterEscape(key);
    boolean waits = key.code() == KeyCode.ESCAPE && state().chat().turn().isPresent();
    leave();
    if (waits) {
      say(new Event.Said(Phrase.of("The reply goes on.").then(Action.INTERRUPT, "stops it.")));
    }
    action.ifPresent(meant -> say(new Event.ActionTriggered(meant)));
    return action.isPresent() || !passes(key);
  }

  /// Whether a key that closes this means something all the same: a paste, a chord, a function key.
  private static boolean passes(Key key) {
    boolean function = key.code().compareTo(KeyCode.F1) >= 0 && key.code().compareTo(KeyCode.F12) <= 0;
    return key.code() == KeyCode.PASTE || key.ctrl() || key.alt() || function;
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    line(painter, "", style(ThemeRole.DIALOG));
    int width = cellWidth();
    int columns = Math.max(1, bodyWidth() / width);
    for (int column = 0; column < columns; column++) {
      int index = row * columns + column;
      if (index < entries.size()) {
        int at = left() + column * width;
        at = painter.text(at, entries.get(index).letter(), style(ThemeRole.ACCENT));
        painter.text(at, " " + Columns.cut(entries.get(index).words(), width - 3), style(ThemeRole.DIALOG));
      }
    }
  }
}
