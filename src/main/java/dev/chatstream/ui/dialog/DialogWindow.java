package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.find.Span;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.Glyphs;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A window over the others that wants a choice: its name on the top edge, its keys on the bottom edge.
public abstract class DialogWindow extends PanelWindow {

  /// The widest that any dialog is.
  public static final int WIDEST = 80;

  /// Columns and rows that the edges take.
  public static final int EDGES = 2;

  private static final int MARGIN = 2;
  private static final int NARROW = 60;

  private final Look look;
  private final Consumer<Event> out;
  private AppState state;

  /// A dialog that shows this state.
  protected DialogWindow(String title, Look look, AppState state, Consumer<Event> out) {
    super(title);
    this.look = look;
    this.state = state;
    this.out = out;
  }

  /// The most columns that it takes, its edges among them.
  public int widest() {
    return WIDEST;
  }

  /// How many rows the body wants at this width of the screen.
  public abstract int rowsWanted();

  /// The keys, for the bottom edge.
  protected abstract String keysLine();

  /// Paints a row of the body, from 0, beginning at [#left()].
  protected abstract void paintBody(int row, RowPainter painter);

  /// Whether it covers the whole screen.
  public boolean wholeScreen() {
    return false;
  }

  /// Takes what the log says; most dialogs don't care.
  public void take(Event.FromLog event) {}

  /// Takes up a new state.
  protected void update() {}

  /// Shows this state.
  public final void show(AppState newState) {
    if (newState != state) {
      state = newState;
      update();
      markDirty();
    }
  }

  /// The state of the moment.
  protected final AppState state() {
    return state;
  }

  /// What all windows share.
  protected final Look look() {
    return look;
  }

  /// How this role looks.
  protected final CellStyle style(ThemeRole role) {
    return look.style(role);
  }

  /// Tells the loop.
  protected final void say(Event event) {
    out.accept(event);
  }

  /// Tells the loop what was chosen.
  protected final void choose(Choice choice) {
    out.accept(new Event.Chosen(choice));
  }

  /// Asks to be closed.
  protected final void leave() {
    out.accept(new Event.DialogClosed());
  }

  /// The first column of the body.
  protected final int left() {
    return MARGIN;
  }

  /// True where there is no room for two things side by side.
  protected final boolean narrow() {
    return bodyWidth() < NARROW;
  }

  /// Columns of the body.
  protected final int bodyWidth() {
    return Math.max(1, width() - 2 * MARGIN - besideWidth());
  }

  /// Columns that something beside the body takes; none for most dialogs.
  protected int besideWidth() {
    return 0;
  }

  /// Paints a row of what stands beside the body, from 0.
  ///
  /// @param column its first one
  protected void paintBeside(int row, int column, RowPainter painter) {}

  /// Rows of the body.
  protected final int bodyHeight() {
    return Math.max(0, height() - EDGES);
  }

  /// Keys for the bottom edge, parted by dots.
  protected final String keys(String... hints) {
    return String.join(" " + look.glyphs().dot() + " ", hints);
  }

  /// The key that is bound to this motion in a dialog, and what it does here.
  protected final String hint(Context context, Motion motion, String words) {
    return look.keys().shown(context, motion) + " " + words;
  }

  /// A word at the right of the top edge; empty for none.
  protected String corner() {
    return "";
  }

  /// What failed to be saved is said over every dialog, too.
  private String alarm() {
    return state.unsaved() ? (corner().isEmpty() ? "" : corner() + "  ") + "NOT SAVED" : corner();
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    Glyphs glyphs = look.glyphs();
    if (row == 0) {
      edge(painter, glyphs.topLeft(), glyphs.topRight(), getTitle(), alarm(), ThemeRole.TITLE);
    } else if (row == height() - 1) {
      edge(painter, glyphs.bottomLeft(), glyphs.bottomRight(), keysLine(), "", ThemeRole.HINT);
    } else {
      int at = painter.text(0, glyphs.vertical(), style(ThemeRole.DIALOG_BORDER));
      painter.text(at, " ", style(ThemeRole.DIALOG));
      paintBody(row - 1, painter);
      if (besideWidth() > 0) {
        paintBeside(row - 1, left() + bodyWidth(), painter);
      }
      painter.text(width() - MARGIN, " ", style(ThemeRole.DIALOG));
      painter.text(width() - 1, glyphs.vertical(), style(ThemeRole.DIALOG_BORDER));
    }
  }

  /// Paints one line of text over the whole body width.
  protected final void line(RowPainter painter, String text, CellStyle style) {
    painter.text(left(), Columns.left(text, bodyWidth()), style);
  }

  /// Paints a row of a list, the current one with its sign.
  protected final void paintItem(PickerRow<?> item, boolean current, RowPainter painter) {
    CellStyle style = style(item.isHeading()
        ? ThemeRole.TITLE
        : item.value() == null
            ? ThemeRole.DIM
            : current ? ThemeRole.SELECTION : ThemeRole.DIALOG);
    String right = item.why().isEmpty() ? item.right() : item.why();
    int rightWidth = Math.min(DisplayWidth.of(Columns.cut(right, bodyWidth())), bodyWidth() * 2 / 3);
    String sign = item.isHeading() ? "" : current ? "> " : "  ";
    int room = bodyWidth() - rightWidth - 1;
    String whole = sign + item.text().stripTrailing();
    boolean fits = DisplayWidth.of(whole) <= room;
    // What is cut stands apart from what follows it.
    String words = fits ? whole : Columns.cut(whole, room - (rightWidth > 0 ? 1 : 0), look.glyphs().more());
    String text = Columns.left(words, room + 1);
    int at = painter.text(left(), text, style);
    int shift = sign.length();
    for (Span mark : item.marks()) {
      int from = left() + shift + DisplayWidth.of(item.text(), 0, mark.start());
      painter.text(from, item.text().substring(mark.start(), mark.end()), style(ThemeRole.MATCH), at - 1);
    }
    painter.text(at, Columns.right(Columns.cut(right, rightWidth, look.glyphs().more()), rightWidth), style);
  }

  /// Hints that don't fit are left out whole, those before the last one first: that says how to get away.
  private String whole(String words, int room) {
    String dot = " " + look.glyphs().dot() + " ";
    List<String> hints = new ArrayList<>(List.of(words.split(Pattern.quote(dot), -1)));
    while (hints.size() > 2 && DisplayWidth.of(String.join(dot, hints)) > room) {
      hints.remove(hints.size() - 2);
    }
    return String.join(dot, hints);
  }

  private void edge(RowPainter painter, String from, String to, String words, String corner, ThemeRole role) {
    Glyphs glyphs = look.glyphs();
    CellStyle border = style(ThemeRole.DIALOG_BORDER);
    String right = corner.isEmpty() ? "" : " " + corner + " ";
    int at = painter.text(0, from + glyphs.horizontal() + " ", border);
    int room = width() - at - 3 - DisplayWidth.of(right);
    at = painter.text(at, Columns.cut(whole(words, room), room, glyphs.more()), style(role));
    at = painter.text(at, " ", border);
    int lineEnd = width() - 2 - DisplayWidth.of(right);
    at = painter.text(at, glyphs.line(lineEnd - at), border);
    at = painter.text(at, right, style(ThemeRole.HINT));
    painter.text(painter.text(at, glyphs.horizontal(), border), to, border);
  }
}
