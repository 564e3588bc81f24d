package dev.chatstream.ui.dialog;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.LibraryState;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.TextEditor;
import dev.chatstream.ui.widget.VirtualList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// A dialog with a search field and a list that gets shorter as one types.
///
/// @param <T> what is chosen
public abstract class PickerDialog<T> extends DialogWindow {

  private static final String SEARCH = "Search: ";
  private static final int MOST_ROWS = 18;

  private final TextEditor search = new TextEditor();
  private final VirtualList list = new VirtualList();
  private List<PickerRow<T>> rows = List.of();
  private boolean chosen;
  private Object shown;

  /// A picker that shows this state; call [#refresh] once it is made.
  protected PickerDialog(String title, Look look, AppState state, Consumer<Event> out) {
    super(title, look, state, out);
    search.setWidth(Integer.MAX_VALUE);
  }

  /// The rows that fit this search text.
  protected abstract List<PickerRow<T>> rows(String searched);

  /// Enter on this row.
  protected abstract void chosen(T value);

  /// Tab, or another key of its own.
  ///
  /// @return false when it means nothing
  protected boolean other(Motion motion) {
    return false;
  }

  /// Words between the list and the lower edge; empty for none.
  protected String footer() {
    return "";
  }

  /// How many lines they may take.
  protected int footerLines() {
    return footer().isEmpty() ? 0 : 1;
  }

  private int footerRows() {
    return footerLines() == 0 ? 0 : 1 + footerLines();
  }

  /// Its keys, all but the one that leaves.
  protected abstract String pickerKeys();

  /// What leaving it means.
  protected String leaving() {
    return "close";
  }

  /// The key that chooses, and what that means here.
  protected final String enter(String words) {
    return hint(Context.PICKER, Motion.CHOOSE, words);
  }

  /// The key of the other choice, and what that means here.
  protected final String tab(String words) {
    return hint(Context.PICKER, Motion.MORE, words);
  }

  /// That nothing of this kind matches, and how to see all again.
  protected final String noMatch(String kind) {
    return "No " + kind + " matches. " + hint(Context.PICKER, Motion.BACK, "clears the search.");
  }

  @Override
  protected final String keysLine() {
    return keys(pickerKeys(), hint(Context.PICKER, Motion.BACK, search.isEmpty() ? leaving() : "clear"));
  }

  /// What stands in an empty list.
  protected abstract String nothing();

  /// The name of the field.
  protected String fieldName() {
    return SEARCH;
  }

  /// The current row moved here.
  protected void moved(Optional<T> current) {}

  /// It is being closed without a choice.
  protected void abandoned() {}

  /// What stands in the field at first.
  protected final void searchFor(String words) {
    search.insert(words);
  }

  /// Another text stands in the field.
  protected void searchChanged(String searched) {}

  /// Asks for the rows again; the current one stays where it still is.
  private void refreshKept() {
    Optional<T> before = current();
    boolean top = list.current() <= first();
    refresh();
    if (!top) {
      before.ifPresent(this::select);
    }
  }

  /// The first row that can be chosen.
  private int first() {
    int row = 0;
    while (row < rows.size() && rows.get(row).value() == null) {
      row++;
    }
    return row;
  }

  /// Asks for the rows again.
  protected final void refresh() {
    shown = source();
    rows = rows(search.text().strip());
    list.setRows(rows.size(), row -> rows.get(row).value() != null);
    markDirty();
  }

  /// What stands in the field.
  protected final String searched() {
    return search.text().strip();
  }

  /// What the current row stands for.
  protected final Optional<T> current() {
    return list.current() < 0 ? Optional.empty() : Optional.of(rows.get(list.current()).value());
  }

  /// Makes the first row with this value the current one.
  protected final void select(T value) {
    for (int row = 0; row < rows.size(); row++) {
      if (value.equals(rows.get(row).value())) {
        list.select(row);
        return;
      }
    }
  }

  /// True when the letters of `searched` stand in `text` in their order.
  protected static boolean fits(String text, String searched) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains(searched.toLowerCase(Locale.ROOT))) {
      return true;
    }
    int at = -1;
    for (char letter : searched.toLowerCase(Locale.ROOT).toCharArray()) {
      at = lower.indexOf(letter, at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /// What its rows are made of: only when that is another are they made again. Ten thousand of them cost more than a
  /// token that is coming may.
  protected Object source() {
    return state();
  }

  @Override
  protected void update() {
    chosen = chosen && !refused();
    if (source() != shown) {
      refreshKept();
    }
  }

  /// How many chats there are, and how far the reading of them is.
  protected static String corner(LibraryState library) {
    boolean reading = library.chats().size() < library.chatsTotal();
    return reading
        ? String.format(Locale.ROOT, "reading %,d of %,d", library.chats().size(), library.chatsTotal())
        : Words.count(library.chats().size(), "chat");
  }

  /// What stands in a list that is still being read.
  protected static String reading() {
    return "Reading ...";
  }

  @Override
  public int rowsWanted() {
    return 1 + Math.clamp(rows.size(), 3, MOST_ROWS) + footerRows();
  }

  private boolean refused() {
    return state().notice().level() == LogLevel.WARN;
  }

  @Override
  public boolean press(Key key) {
    Optional<T> before = current();
    String typed = searched();
    boolean taken = take(key);
    if (!typed.equals(searched())) {
      searchChanged(searched());
    }
    if (taken) {
      Optional<T> after = current();
      if (!after.equals(before)) {
        moved(after);
      }
      markDirty();
    }
    return taken;
  }

  private boolean take(Key key) {
    if (key.typed() || key.code() == KeyCode.PASTE) {
      search.insert(key.text().replace('\n', ' '));
      list.select(0);
      refresh();
      return true;
    }
    Optional<Motion> motion = look().keys().motion(Context.PICKER, key);
    return motion.isPresent() && move(motion.get());
  }

  private boolean move(Motion motion) {
    switch (motion) {
      case CHOOSE -> choose();
      case BACK -> back();
      case DELETE_BACK, DELETE_WORD_BACK, DELETE_TO_START -> {
        search.move(motion);
        refresh();
      }
      default -> {
        return list.move(motion) || other(motion);
      }
    }
    return true;
  }

  /// Once: the dialog stays until the choice has been taken, and a second Enter meanwhile would choose again.
  private void choose() {
    Optional<T> value = current();
    if (value.isPresent() && !chosen) {
      chosen = true;
      chosen(value.get());
    } else if (rows.isEmpty()) {
      chosenNothing(searched());
    }
  }

  /// The choice leaves the dialog as it is, and another one can be made.
  protected final void again() {
    chosen = false;
  }

  /// Enter where no row fits.
  protected void chosenNothing(String searched) {}

  private void back() {
    if (search.isEmpty()) {
      abandoned();
      leave();
    } else {
      search.clear();
      refresh();
    }
  }

  @Override
  public TerminalPosition cursor() {
    int column = left() + DisplayWidth.of(fieldName()) + search.caretColumn();
    return new TerminalPosition(Math.min(column, width() - 3), 1);
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    int listRows = bodyHeight() - 1 - footerRows();
    list.setHeight(listRows);
    if (row == 0) {
      int at = painter.text(left(), fieldName(), style(ThemeRole.ACCENT));
      painter.text(at, Columns.left(search.text(), bodyWidth() - at + left()), style(ThemeRole.INPUT));
    } else if (row > listRows) {
      paintFooter(row - listRows - 1, painter);
    } else if (rows.isEmpty()) {
      line(painter, row == 1 ? "" : row == 2 ? nothing() : "", style(ThemeRole.PLACEHOLDER));
    } else {
      paintItem(list.top() + row - 1, painter);
    }
  }

  private void paintFooter(int row, RowPainter painter) {
    if (row == 0) {
      line(painter, look().glyphs().line(bodyWidth()), style(ThemeRole.RULE));
      return;
    }
    if (footerLines() == 1) {
      line(painter, footer(), style(ThemeRole.DIALOG));
      return;
    }
    WrappedText words = WrappedText.of(Sanitizer.lines(footer()), bodyWidth());
    line(painter, row <= words.lines() ? words.line(row - 1) : "", style(ThemeRole.DIALOG));
  }

  private void paintItem(int index, RowPainter painter) {
    if (index >= rows.size()) {
      line(painter, "", style(ThemeRole.DIALOG));
      return;
    }
    paintItem(rows.get(index), index == list.current(), painter);
  }
}
