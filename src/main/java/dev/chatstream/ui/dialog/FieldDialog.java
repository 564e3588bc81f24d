package dev.chatstream.ui.dialog;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.TextEditor;
import dev.chatstream.term.Sanitizer;
import java.util.Optional;
import java.util.function.Consumer;

/// A dialog with one field and a sentence about it. It stays open until what was typed has been taken.
public abstract class FieldDialog extends DialogWindow {

  private static final int NOTE_ROWS = 2;

  private final String label;
  private final TextEditor field = new TextEditor();
  private boolean proposed;
  private boolean entered;

  /// A dialog with this text in its field.
  protected FieldDialog(String title, String label, String text, Look look, AppState state, Consumer<Event> out) {
    super(title, look, state, out);
    this.label = label;
    field.setWidth(Integer.MAX_VALUE);
    field.set(text);
    proposed = !text.isEmpty();
  }

  /// Enter.
  protected abstract void entered(String text);

  /// A sentence about what stands in the field.
  protected abstract String note(String text);

  /// Why what was entered was not taken; empty when it was, or nothing was entered.
  protected final Optional<String> refusal() {
    return entered && state().notice().level() == LogLevel.WARN
        ? Optional.of(look().words(state().notice().words()))
        : Optional.empty();
  }

  /// What stands in the field.
  protected final String text() {
    return field.text();
  }

  /// Puts another text into the field.
  protected final void put(String text) {
    field.set(text);
    proposed = false;
    markDirty();
  }

  /// Proposes another text: whoever types then wants a text of their own.
  protected final void propose(String text) {
    field.set(text);
    proposed = true;
    markDirty();
  }

  /// The keys of a field: what taking the text means, and what leaving it means.
  protected final String fieldKeys(String take, String leave) {
    return keys(hint(Context.INPUT, Motion.SEND, take), hint(Context.PICKER, Motion.BACK, leave));
  }

  @Override
  public int rowsWanted() {
    return 2 + NOTE_ROWS;
  }

  @Override
  public boolean press(Key key) {
    markDirty();
    if (key.typed() || key.code() == KeyCode.PASTE) {
      if (proposed) {
        // Whoever types wants another text; whoever moves the caret wants to change this one.
        field.set("");
      }
      proposed = false;
      field.insert(key.text().replace('\n', ' '));
      return true;
    }
    if (look().keys().motion(Context.PICKER, key).filter(Motion.BACK::equals).isPresent()) {
      leave();
      return true;
    }
    Optional<Motion> motion = look().keys().motion(Context.INPUT, key);
    if (motion.filter(Motion.SEND::equals).isPresent()) {
      entered = true;
      entered(field.text().strip());
      return true;
    }
    proposed = false;
    return motion.filter(wanted -> wanted != Motion.NEW_LINE).map(field::move).orElse(false);
  }

  @Override
  public TerminalPosition cursor() {
    int column = left() + DisplayWidth.of(label) + 1 + field.caretColumn() - hidden();
    return new TerminalPosition(Math.min(column, width() - 3), 1);
  }

  /// Columns of the text that are scrolled out at the left, so that the caret stays in sight.
  private int hidden() {
    return Math.max(0, field.caretColumn() - room() + 1);
  }

  private int room() {
    return Math.max(1, bodyWidth() - DisplayWidth.of(label) - 1);
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    if (row == 0) {
      String text = field.text();
      String visible = text.substring(DisplayWidth.end(text, hidden()));
      int at = painter.text(left(), label + " ", style(ThemeRole.ACCENT));
      at = painter.text(at, Columns.cut(visible, room()), style(proposed ? ThemeRole.SELECTION : ThemeRole.INPUT));
      painter.text(at, " ".repeat(Math.max(0, left() + bodyWidth() - at)), style(ThemeRole.INPUT));
      return;
    }
    WrappedText words = WrappedText.of(Sanitizer.lines(note(field.text().strip())), bodyWidth());
    boolean there = row >= 2 && row - 2 < words.lines();
    line(painter, there ? words.line(row - 2) : "", style(ThemeRole.DIM));
  }
}
