package dev.chatstream.ui.dialog;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.reduce.MessageNumbers;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.TextEditor;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A summary that the model wrote, to be changed and then sent in the place of the messages that it sums up.
final class SummaryDialog extends DialogWindow {

  private static final int HEAD = 2;
  private static final int MOST_ROWS = 14;

  private final Dialog.Summary summary;
  private final TextEditor editor = new TextEditor();
  private int top;

  SummaryDialog(Look look, AppState state, Dialog.Summary summary, Consumer<Event> out) {
    super("Summary", look, state, out);
    this.summary = summary;
    editor.setWidth(WIDEST - 2 * left());
    editor.set(summary.text());
  }

  private boolean writing() {
    return summary.text().isEmpty() && summary.problem().isEmpty();
  }

  @Override
  public int rowsWanted() {
    return HEAD + MOST_ROWS;
  }

  @Override
  protected String keysLine() {
    String back = hint(Context.PICKER, Motion.BACK, "cancel");
    return writing()
        ? back
        : keys(
            hint(Context.INPUT, Motion.SEND, "use it"), hint(Context.INPUT, Motion.NEW_LINE, "new line"), back);
  }

  @Override
  public boolean press(Key key) {
    markDirty();
    if (look().keys().motion(Context.PICKER, key).filter(Motion.BACK::equals).isPresent()) {
      leave();
      return true;
    }
    if (writing()) {
      return false;
    }
    if (key.typed() || key.code() == KeyCode.PASTE) {
      editor.insert(key.text());
      return true;
    }
    Optional<Motion> motion = look().keys().motion(Context.INPUT, key);
    if (motion.filter(Motion.SEND::equals).isPresent()) {
      choose(new Choice.UseSummary(editor.text()));
      return true;
    }
    return motion.map(editor::move).orElse(false);
  }

  @Override
  public TerminalPosition cursor() {
    int row = Math.clamp(editor.caretLine() - top, 0, Math.max(0, bodyHeight() - HEAD - 1));
    return new TerminalPosition(Math.min(left() + editor.caretColumn(), width() - 3), 1 + HEAD + row);
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    editor.setWidth(bodyWidth());
    int room = Math.max(1, bodyHeight() - HEAD);
    top = Math.clamp(top, Math.max(0, editor.caretLine() - room + 1), Math.max(0, editor.caretLine()));
    if (row < HEAD) {
      line(painter, row == 0 ? head() : summary.problem(), style(ThemeRole.DIM));
    } else {
      int number = top + row - HEAD;
      line(painter, number < editor.lines() ? editor.line(number) : "", style(ThemeRole.DIALOG));
    }
  }

  private String head() {
    String which = MessageNumbers.words(state().chat().chat(), Set.copyOf(summary.messages()));
    return writing() ? state().server().model() + " sums up " + which + " ..." : "In place of " + which + ":";
  }
}
