package dev.chatstream.ui.lists;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.reduce.Availability;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Panel;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.term.CellStyle;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.TopRule;
import dev.chatstream.ui.gui.PanelWindow;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import dev.chatstream.ui.widget.VirtualList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The task lists by name, with how many tasks each has; Enter shows the tasks.
public final class TaskListWindow extends PanelWindow {

  private final Look look;
  private final TopRule rule;
  private final Consumer<Event> out;
  private final VirtualList list = new VirtualList();
  private AppState state;
  private boolean alone = true;

  /// A window that shows this state.
  public TaskListWindow(Look look, AppState state, Consumer<Event> out) {
    super("Task lists");
    this.look = look;
    this.rule = new TopRule(look);
    this.state = state;
    this.out = out;
  }

  /// Tells whether this is the only window on the screen; beside the chat it draws the line between them.
  public void setAlone(boolean onlyOne) {
    alone = onlyOne;
    list.setHeight(height() - 1);
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
      list.setRows(lists().size(), row -> true);
      markDirty();
    }
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look.keys().motion(Context.LISTS, key);
    if (motion.isEmpty()) {
      return false;
    }
    markDirty();
    return switch (motion.get()) {
      case BACK -> {
        out.accept(new Event.BackToInput());
        yield true;
      }
      case CHOOSE -> {
        chosen().ifPresent(chosen -> out.accept(new Event.Chosen(new TableChoice.OpenTable(chosen.file()))));
        yield true;
      }
      case RUN -> {
        chosen().ifPresent(chosen -> out.accept(new Event.Chosen(new Choice.NewRun(chosen.file()))));
        yield true;
      }
      case CONVERT -> {
        chosen().ifPresent(this::convert);
        yield true;
      }
      case CATEGORIES -> {
        chosen().ifPresent(chosen -> out.accept(new Event.Chosen(new TalkChoice.WantCategories(chosen.file()))));
        yield true;
      }
      case DISCARD -> {
        chosen().ifPresent(chosen -> out.accept(new Event.Chosen(new Choice.DeleteList(chosen.file()))));
        yield true;
      }
      default -> list.move(motion.get());
    };
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
    return state.library().lists();
  }

  @Override
  protected void paintRow(int row, RowPainter painter) {
    int from = 0;
    if (!alone) {
      from = painter.text(0, look.glyphs().vertical(), look.style(ThemeRole.RULE));
    }
    if (row == 0) {
      paintRule(from, painter);
    } else if (lists().isEmpty()) {
      paintEmpty(row, from, painter);
    } else {
      paintList(list.top() + row - 1, from, painter);
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
    TaskListSummary summary = lists().get(index);
    boolean current = index == list.current();
    boolean focused = current && focused();
    CellStyle style = look.style(focused ? ThemeRole.SELECTION : ThemeRole.TEXT);
    String right = summary.problem().isEmpty()
        ? summary.lastIndex() < 0 ? Words.bytes(summary.bytes()) : "to " + summary.lastIndex()
        : "! " + summary.problem();
    int room = painter.width() - from - 3;
    int rightRoom = Math.min(right.length(), Math.max(0, room / 2));
    String name = Columns.left(summary.file(), Math.max(1, room - rightRoom - 1));
    int at = painter.text(from, current ? "> " : "  ", style);
    at = painter.text(at, name + " ", style);
    at = painter.text(at, Columns.right(right, rightRoom),
        summary.problem().isEmpty() ? style : look.style(ThemeRole.WARNING));
    painter.fill(at, style);
  }
}
