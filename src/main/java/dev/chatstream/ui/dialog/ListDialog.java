package dev.chatstream.ui.dialog;

import dev.chatstream.core.care.Job;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.JobWords;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.VirtualList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A dialog with a list, on which letters act, and below it more about the current row, or how far the job is that
/// runs. Nothing is searched here.
///
/// @param <T> what a row stands for
abstract class ListDialog<T> extends DialogWindow {

  private static final int MOST_ROWS = 16;
  private static final int LEAST_ROWS = 3;
  private static final int BELOW = 3;
  private static final int KEYS_EDGES = 6;

  /// A letter that acts.
  ///
  /// @param words what it does, for the lower edge
  protected record Letter(String letter, String words, Event event) {

    /// One that means a choice.
    static Letter of(String letter, String words, Choice choice) {
      return new Letter(letter, words, new Event.Chosen(choice));
    }
  }

  private final VirtualList list = new VirtualList();
  private List<PickerRow<T>> rows = List.of();

  /// A dialog that shows this state; call [#refresh] once it is made.
  protected ListDialog(String title, Look look, AppState state, Consumer<Event> out) {
    super(title, look, state, out);
  }

  /// The rows, made anew with each state.
  protected abstract List<PickerRow<T>> rows();

  /// What stands in place of an empty list.
  protected abstract String nothing();

  /// The letters that act now, the most useful first.
  protected abstract List<Letter> letters();

  /// What Enter does, for the lower edge; empty when it does nothing.
  protected abstract String enter();

  /// Enter on this row.
  protected abstract void chosen(T value);

  /// More about the list or its current row; two lines at most are shown.
  protected abstract String more(Optional<T> current);

  /// Where its keys are bound.
  protected Context context() {
    return Context.DIALOG;
  }

  /// Does what a key means in this dialog alone.
  ///
  /// @return false when it means nothing
  protected boolean other(Motion motion) {
    return false;
  }

  /// Takes the rows of the state of the moment.
  protected final void refresh() {
    rows = rows();
    list.setRows(rows.size(), row -> rows.get(row).value() != null);
  }

  @Override
  protected void update() {
    refresh();
  }

  /// Makes this row the current one.
  protected final void select(int row) {
    list.select(row);
  }

  /// What the current row stands for.
  protected final Optional<T> current() {
    return list.current() < 0 ? Optional.empty() : Optional.of(rows.get(list.current()).value());
  }

  /// The job that runs.
  protected final Optional<Job> job() {
    return state().care().job();
  }

  @Override
  public int rowsWanted() {
    return Math.clamp(rows.size(), LEAST_ROWS, MOST_ROWS) + BELOW;
  }

  /// With the whole words where there is room, else with the first ones; what still has none is left out whole.
  @Override
  protected String keysLine() {
    List<String> keys = new ArrayList<>();
    if (!enter().isEmpty() && current().isPresent() && job().isEmpty()) {
      keys.add(hint(context(), Motion.CHOOSE, enter()));
    }
    all().forEach(letter -> keys.add(letter.letter() + " " + letter.words()));
    keys.add(hint(context(), Motion.BACK, "close"));
    if (joined(keys).length() > room()) {
      keys.replaceAll(key -> key.replaceFirst("^(\\S+ [^ ,]+).*", "$1"));
    }
    while (joined(keys).length() > room() && keys.size() > 2) {
      keys.remove(keys.size() - 2);
    }
    return joined(keys);
  }

  private String joined(List<String> keys) {
    return String.join(" " + look().glyphs().dot() + " ", keys);
  }

  private int room() {
    return width() - KEYS_EDGES;
  }

  private List<Letter> all() {
    if (job().isPresent()) {
      return job().get().stopping() ? List.of() : List.of(Letter.of("x", "stop", new Choice.StopJob()));
    }
    return letters();
  }

  @Override
  public boolean press(Key key) {
    for (Letter letter : all()) {
      if (key.typed() && key.text().equals(letter.letter())) {
        say(letter.event());
        return true;
      }
    }
    Optional<Motion> motion = look().keys().motion(context(), key);
    if (motion.isEmpty()) {
      return false;
    }
    markDirty();
    switch (motion.get()) {
      case BACK -> leave();
      case CHOOSE -> {
        if (job().isEmpty()) {
          current().ifPresent(this::chosen);
        }
      }
      default -> {
        return list.move(motion.get()) || other(motion.get());
      }
    }
    return true;
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    int listRows = Math.max(1, bodyHeight() - BELOW);
    list.setHeight(listRows);
    if (row > listRows) {
      paintBelow(row - listRows - 1, painter);
    } else if (row == listRows) {
      line(painter, look().glyphs().line(bodyWidth()), style(ThemeRole.RULE));
    } else if (rows.isEmpty()) {
      line(painter, row == 0 ? nothing() : "", style(ThemeRole.PLACEHOLDER));
    } else if (list.top() + row < rows.size()) {
      int index = list.top() + row;
      paintItem(rows.get(index), index == list.current(), painter);
    } else {
      line(painter, "", style(ThemeRole.DIALOG));
    }
  }

  private void paintBelow(int row, RowPainter painter) {
    if (job().isPresent()) {
      String words = row == 0 ? JobWords.of(job().get()) : look().glyphs().bar(bodyWidth(), job().get().share());
      line(painter, words, style(row == 0 ? ThemeRole.DIALOG : ThemeRole.ACCENT));
      return;
    }
    WrappedText words = WrappedText.of(Sanitizer.lines(more(current())), bodyWidth());
    line(painter, row < words.lines() ? words.line(row) : "", style(ThemeRole.DIALOG));
  }
}
