package dev.chatstream.ui.dialog;

import com.googlecode.lanterna.TerminalPosition;
import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.TalkCommand;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.log.LogLevel;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.state.TalkState.Making;
import dev.chatstream.core.task.Comparison;
import dev.chatstream.core.task.NewTask;
import dev.chatstream.core.task.TaskDrafts;
import dev.chatstream.core.task.TaskSplit;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// From the chat to a list, all on one screen: the lists, what is chosen of the chat and how it is cut, the rows that
/// come of it with the numbers they will get, and a sentence about what Enter does.
final class ToTasksDialog extends DialogWindow {

  private static final int BROADEST = 160;
  private static final int HIGHEST = 44;

  /// What gets the keys.
  enum Field {
    INTO,
    FROM,
    SPLIT,
    ROWS
  }

  private final ToTasksLists lists;
  private final ToTasksChoice choice;
  private final ToTasksRows rows;
  private final ToTasksPainter paint;
  private Field field = Field.INTO;
  /// What the rows were compared with last.
  private String comparedWith = "";
  private boolean adding;
  private boolean taken;

  ToTasksDialog(Look look, AppState state, Dialog.ToTasks wish, Consumer<Event> out) {
    super("To a task list", look, state, out);
    lists = new ToTasksLists(look);
    choice = new ToTasksChoice(state, wish);
    rows = new ToTasksRows(look);
    paint = new ToTasksPainter(look, lists, choice, rows);
    lists.show(state.library());
    if (wish.made()) {
      field = Field.SPLIT;
      ask();
    } else {
      rows.take(choice.rows());
    }
    update();
  }

  @Override
  protected void update() {
    lists.show(state().library());
    takeMade();
    Comparison now = state().talk().compared();
    boolean mine = now.number() == state().talk().asked() && now.list().equals(comparedWith);
    rows.compared(mine ? now : Comparison.NONE);
    compare();
    if (refused()) {
      adding = false;
    }
    if (adding && settled()) {
      add();
    }
  }

  private boolean refused() {
    return state().notice().level() == LogLevel.WARN;
  }

  /// The tasks that a model has made become the rows, once.
  private void takeMade() {
    Optional<Making> made = state().talk().making();
    if (made.isEmpty()) {
      taken = false;
    } else if (!made.get().coming() && !taken) {
      taken = true;
      comparedWith = "";
      rows.take(choice.made(made.get().tasks().orElseThrow(), made.get().model()));
      field = rows.drafts().rows().isEmpty() ? field : Field.ROWS;
    }
  }

  private boolean coming() {
    return state().talk().making().filter(Making::coming).isPresent();
  }

  /// Whether a model is to be asked before there is anything to add.
  private boolean toAsk() {
    return choice.split() == TaskSplit.MODEL && state().talk().making().isEmpty();
  }

  private void ask() {
    choose(new TalkChoice.MakeTasks(choice.text()));
  }

  /// Whether it is known what the list has of these rows already.
  private boolean settled() {
    Optional<ToTasksTarget> target = lists.current();
    return target.isPresent()
        && (target.get().create() || rows.drafts().comparison().list().equals(target.get().list()));
  }

  /// Asks what the chosen list has of these rows.
  private void compare() {
    TaskDrafts drafts = rows.drafts();
    Optional<ToTasksTarget> target = lists.current().filter(one -> !one.create());
    String wanted = target.isEmpty() || drafts.rows().isEmpty() ? "" : target.get().list();
    if (!wanted.isEmpty() && !wanted.equals(comparedWith)) {
      UUID chat = state().chat().chat().id();
      List<TalkCommand.Candidate> candidates = drafts.rows().stream()
          .map(row -> new TalkCommand.Candidate(
              choice.messages() ? NewTask.source(chat, row.excerpt().message()) : "", row.text()))
          .toList();
      choose(new TalkChoice.CompareRows(wanted, candidates));
    }
    if (!wanted.equals(comparedWith)) {
      rows.compared(Comparison.NONE);
      comparedWith = wanted;
    }
  }

  /// Other rows: what was known of the ones before is worth nothing.
  private void renew() {
    rows.take(choice.rows());
    comparedWith = "";
    compare();
  }

  @Override
  public int widest() {
    return BROADEST;
  }

  @Override
  public int rowsWanted() {
    return HIGHEST;
  }

  @Override
  public boolean press(Key key) {
    markDirty();
    if (rows.editing()) {
      TaskDrafts before = rows.drafts();
      boolean taken = rows.press(key);
      if (rows.drafts() != before) {
        comparedWith = "";
        compare();
      }
      return taken;
    }
    Optional<Motion> motion = look().keys().motion(Context.TASKS, key);
    if (field == Field.INTO && key.typed()) {
      return into(key);
    }
    if (motion.isEmpty()) {
      return field == Field.INTO && into(key);
    }
    return switch (motion.get()) {
      case CHOOSE -> enter();
      case BACK -> back();
      case NEXT_FIELD -> go(1);
      case PREVIOUS_FIELD -> go(-1);
      case LEFT, RIGHT -> other(motion.get() == Motion.LEFT ? -1 : 1, key);
      case TICK -> field == Field.ROWS ? rows.press(key) : other(1, key);
      default -> inField(key);
    };
  }

  private boolean inField(Key key) {
    return switch (field) {
      case INTO -> into(key);
      case ROWS -> rows.press(key);
      case FROM, SPLIT -> key.typed() ? rows.press(key) : steps(key);
    };
  }

  /// Up and Down go from field to field.
  private boolean steps(Key key) {
    Optional<Motion> motion = look().keys().motion(Context.TASKS, key);
    return switch (motion.orElseThrow()) {
      case UP -> go(-1);
      case DOWN -> go(1);
      default -> rows.press(key);
    };
  }

  private boolean into(Key key) {
    boolean done = lists.press(key, state().library());
    compare();
    return done;
  }

  private boolean go(int by) {
    field = Field.values()[Math.floorMod(field.ordinal() + by, Field.values().length)];
    return true;
  }

  private boolean other(int by, Key key) {
    if (field == Field.FROM || field == Field.SPLIT) {
      if (state().talk().making().isPresent()) {
        choose(new TalkChoice.StopMaking());
      }
      choice.next(field == Field.FROM, by);
      renew();
      return true;
    }
    return field == Field.INTO && into(key);
  }

  private boolean back() {
    if (coming()) {
      choose(new TalkChoice.StopMaking());
    } else if (field != Field.INTO || !lists.clear(state().library())) {
      leave();
    }
    return true;
  }

  private boolean enter() {
    if (coming()) {
      return true;
    }
    if (toAsk()) {
      ask();
      return true;
    }
    adding = lists.current().isPresent() && rows.drafts().count() + rows.drafts().doubles() > 0;
    if (adding && settled()) {
      add();
    }
    return true;
  }

  /// Once; the dialog stays until the rows are on the disk.
  private void add() {
    adding = false;
    List<NewTask> tasks = rows.drafts().tasks(state().chat().chat().id());
    ToTasksTarget target = lists.current().orElseThrow();
    if (!tasks.isEmpty()) {
      choose(new TalkChoice.AddTasks(target.list(), target.create(), tasks));
    }
  }

  @Override
  protected String keysLine() {
    String back = hint(Context.TASKS, Motion.BACK, coming() ? "stop" : "cancel");
    if (rows.editing()) {
      return keys(hint(Context.INPUT, Motion.SEND, "take it"), hint(Context.INPUT, Motion.NEW_LINE, "new line"),
          hint(Context.PICKER, Motion.BACK, "as it was"));
    }
    if (coming()) {
      return back;
    }
    String enter = hint(Context.TASKS, Motion.CHOOSE, toAsk() ? "ask" : "add");
    String tab = hint(Context.TASKS, Motion.NEXT_FIELD, "next");
    return switch (field) {
      case INTO -> keys(enter, tab, "type a name", back);
      case FROM, SPLIT -> keys(enter, hint(Context.TASKS, Motion.RIGHT, "other choice"), tab, back);
      case ROWS -> keys(enter, hint(Context.TASKS, Motion.TICK, "in/out"), hint(Context.TASKS, Motion.EDIT, "edit"),
          hint(Context.TASKS, Motion.TICK_ALL, "all"), tab, back);
    };
  }

  @Override
  public TerminalPosition cursor() {
    ToTasksPlan plan = plan();
    if (rows.editing()) {
      int[] caret = rows.caret(plan.rowsHigh());
      return new TerminalPosition(
          Math.min(left() + plan.column() + caret[0], width() - 3), 1 + plan.rows() + caret[1]);
    }
    return field == Field.INTO
        ? new TerminalPosition(Math.min(left() + ToTasksPainter.LABEL + lists.caretColumn(), width() - 3), 1)
        : super.cursor();
  }

  private ToTasksPlan plan() {
    return ToTasksPlan.of(bodyWidth(), bodyHeight());
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    paint.row(row, plan(), left(), bodyWidth(), bodyHeight(), field, state(), painter);
  }
}
