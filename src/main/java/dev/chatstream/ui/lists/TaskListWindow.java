package dev.chatstream.ui.lists;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.TableChoice;
import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.RunChoice;
import dev.chatstream.core.find.Needle;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.TopRule;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.TextEditor;
import dev.chatstream.ui.widget.VirtualList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The task lists by name, with how many tasks each has; Enter shows the tasks.
public final class TaskListWindow extends PanelWindow {

  private static final String SEARCH = " Search: ";

  private final Look look;
  private final TopRule rule;
  private final Consumer<Event> out;
  private final VirtualList list = new VirtualList();
  private final TextEditor search = new TextEditor();
  private final ListRow rows;
  private AppState state;
  private List<TaskListSummary> found = List.of();
  private boolean alone = true;
  private boolean typing;

  /// A window that shows this state.
  public TaskListWindow(Look look, AppState state, Consumer<Event> out) {
    super("Task lists");
    this.look = look;
    this.rule = new TopRule(look);
    this.state = state;
    this.out = out;
    this.rows = new ListRow(look);
    search.setWidth(Integer.MAX_VALUE);
    found();
  }

  /// True while a search is being typed.
  public boolean typing() {
    return typing && focused();
  }

  @Override
  public TerminalPosition cursor() {
    int column = (alone ? 0 : 1) + SEARCH.length() + search.caretColumn();
    return typing() ? new TerminalPosition(Math.min(width() - 1, column), 1) : null;
  }

  /// Tells whether this is the only window on the screen; beside the chat it draws the line between them.
  public void setAlone(boolean onlyOne) {
    alone = onlyOne;
    found();
    markDirty();
  }

  /// Shows this state.
  public void show(AppState newState) {
    boolean differs = state.library() != newState.library()
        || state.table().open() != newState.table().open()
        || state.chat().chat() != newState.chat().chat()
        || state.focus() != newState.focus()
        || state.unreadWarnings() != newState.unreadWarnings();
    state = newState;
    if (differs) {
      found();
      markDirty();
    }
  }

  /// Those whose name or tags hold what was typed.
  private void found() {
    Optional<Needle> needle = Needle.of(search.text().strip());
    found = needle.isEmpty()
        ? state.library().lists()
        : state.library().lists().stream()
            .filter(one -> needle.get().in(one.file() + " " + String.join(" ", one.counts().tags()))).toList();
    list.setHeight(Math.max(1, height() - 1 - searchRows()));
    list.setRows(found.size(), row -> true);
  }

  private int searchRows() {
    return typing || !search.isEmpty() ? 1 : 0;
  }

  /// Enter opens, Esc shows all again, letters search.
  private boolean type(Key key) {
    if (key.code() == KeyCode.ESCAPE) {
      search.set("");
      typing = false;
    } else if (key.code() == KeyCode.ENTER) {
      typing = false;
    } else if (key.typed() || key.code() == KeyCode.PASTE) {
      search.insert(key.text().replace('\n', ' '));
    } else {
      Optional<Motion> motion = look.keys().motion(Context.PICKER, key).filter(list::move)
          .or(() -> look.keys().motion(Context.INPUT, key).filter(search::move));
      found();
      markDirty();
      return motion.isPresent();
    }
    found();
    markDirty();
    return true;
  }

  @Override
  public boolean press(Key key) {
    if (typing) {
      return type(key);
    }
    Optional<Motion> motion = look.keys().motion(Context.LISTS, key);
    if (motion.isEmpty()) {
      return false;
    }
    markDirty();
    switch (motion.get()) {
      case BACK -> back();
      case FILTER -> {
        typing = true;
        found();
      }
      case ADD -> out.accept(new Event.Chosen(new TableChoice.WantListName("")));
      case CHOOSE, RUN, CONVERT, CATEGORIES, DISCARD, RENAME, DUPLICATE ->
        chosen().ifPresent(one -> act(motion.get(), one));
      default -> {
        return list.move(motion.get());
      }
    }
    return true;
  }

  /// Out of one thing: the search, the window.
  private void back() {
    if (search.isEmpty()) {
      out.accept(new Event.BackToInput());
    } else {
      search.set("");
      found();
    }
  }

  private void act(Motion motion, TaskListSummary chosen) {
    switch (motion) {
      case CONVERT -> convert(chosen);
      case RUN -> out.accept(new Event.Chosen(new RunChoice.NewRun(chosen.file())));
      case CATEGORIES -> out.accept(new Event.Chosen(new TalkChoice.WantCategories(chosen.file())));
      case DISCARD -> out.accept(new Event.Chosen(new Choice.DeleteList(chosen.file())));
      case RENAME -> out.accept(new Event.Chosen(new TableChoice.WantListName(chosen.file())));
      case DUPLICATE -> out.accept(new Event.Chosen(new TableChoice.DuplicateList(chosen.file())));
      default -> out.accept(new Event.Chosen(new TableChoice.OpenTable(chosen.file())));
    }
  }

  private void convert(TaskListSummary chosen) {
    out.accept(chosen.convertible()
        ? new Event.Wanted(new Command.ConvertList(chosen.file()))
        : new Event.Said(chosen.problem().isEmpty()
            ? "Rows can be added to " + chosen.file() + " as it is."
            : chosen.problem()));
  }

  private Optional<TaskListSummary> chosen() {
    return list.current() < 0 ? Optional.empty() : Optional.of(lists().get(list.current()));
  }

  private List<TaskListSummary> lists() {
    return found;
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    int from = 0;
    if (!alone) {
      from = painter.text(0, look.glyphs().vertical(), look.style(ThemeRole.RULE));
    }
    if (row == 0) {
      paintRule(from, painter);
    } else if (row == 1 && searchRows() == 1) {
      int at = painter.text(from, SEARCH, look.style(ThemeRole.ACCENT));
      painter.fill(painter.text(at, search.text(), look.style(ThemeRole.INPUT)), look.style(ThemeRole.INPUT));
    } else if (lists().isEmpty()) {
      paintEmpty(row, from, painter);
    } else {
      paintList(list.top() + row - 1 - searchRows(), from, painter);
    }
  }

  private void paintRule(int from, RowPainter painter) {
    String right = lists().isEmpty() ? "" : Words.count(lists().size(), "list");
    if (alone) {
      rule.all(painter, state, right);
    } else {
      rule.one(painter, from, "2 Task lists", focused(), right);
    }
  }

  /// A table that is open beside the lists has the keys.
  private boolean focused() {
    return state.focus() == Panel.LISTS && !state.table().open();
  }

  private void paintEmpty(int row, int from, RowPainter painter) {
    String words = !state.library().listsRead()
        ? "reading ..."
        : !search.isEmpty()
            ? "No list matches."
            : Availability.whyNot(state, Action.TO_TASKS).isPresent()
                ? "No task lists yet."
                : look.words(Phrase.of("No task lists yet.").then(Action.TO_TASKS, "makes one."));
    int at = row == 2 ? painter.text(from, "  " + words, look.style(ThemeRole.PLACEHOLDER)) : from;
    painter.fill(at, look.style(ThemeRole.TEXT));
  }

  private void paintList(int index, int from, RowPainter painter) {
    if (index >= lists().size()) {
      painter.fill(from, look.style(ThemeRole.TEXT));
      return;
    }
    rows.paint(lists().get(index), index == list.current(), focused(), state.now(), from, painter);
  }
}
