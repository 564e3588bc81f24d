package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.RunChoice;
import dev.chatstream.core.event.RunCommand;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.run.RowState;
import dev.chatstream.core.run.RunPhase;
import dev.chatstream.core.run.RunProgress;
import dev.chatstream.core.run.RunRow;
import dev.chatstream.core.run.RunView;
import dev.chatstream.core.run.RunWish;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.VirtualList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A run: how far it is, how long its rows take, and what became of each. It goes on behind the screen.
final class RunDialog extends DialogWindow {

  private static final int HEAD = 4;
  private static final int ROWS = 60;

  private final VirtualList list = new VirtualList();
  private boolean follows = true;

  RunDialog(Look look, AppState state, Consumer<Event> out) {
    super("Run", look, state, out);
    update();
  }

  private Optional<RunView> view() {
    return state().runs().view();
  }

  @Override
  public int widest() {
    return 120;
  }

  @Override
  public int rowsWanted() {
    return HEAD + view().map(view -> Math.clamp(view.plan().jobs(), 3, ROWS)).orElse(3);
  }

  @Override
  protected String corner() {
    return view().map(view -> view.plan().list() + ", " + String.join(", ", view.plan().models()) + ", "
        + view.progress().parallel() + " at once").orElse("");
  }

  @Override
  protected void update() {
    view().ifPresent(view -> {
      list.setRows(view.plan().jobs(), row -> true);
      if (follows) {
        list.select(view.lead());
        look(view);
      }
    });
  }

  /// Asks for the rows that are in sight, when they are not those that are here.
  private void look(RunView view) {
    int first = Math.max(0, list.top() - 5);
    boolean here = list.top() >= view.first() && list.top() + bodyHeight() - HEAD <= view.first() + view.rows().size();
    if (!here && list.top() < view.plan().jobs() && view.first() != first) {
      say(new Event.Wanted(new RunCommand.LookAtRun(first)));
    }
  }

  @Override
  protected String keysLine() {
    Optional<RunProgress> now = view().map(RunView::progress);
    boolean runs = now.map(RunDialog::runs).orElse(false);
    boolean paused = now.map(progress -> progress.phase() == RunPhase.PAUSED).orElse(false);
    int failed = now.map(RunProgress::failed).orElse(0);
    String answer = key(Motion.CHOOSE, "answer");
    String leave = key(Motion.BACK, runs ? "leave, it goes on" : "close");
    String retry = failed > 0 ? key(Motion.AGAIN_FAILED, "retry " + failed + " failed") : "";
    if (runs) {
      String atOnce = look().keys().shown(Context.RUN, Motion.MORE_AT_ONCE) + " "
          + key(Motion.FEWER_AT_ONCE, "at once");
      return fitting(List.of(key(Motion.PAUSE, paused ? "go on" : "pause"), answer, retry,
          key(Motion.LEAVE_OUT, "skip"), key(Motion.AGAIN, "retry"), atOnce, key(Motion.STOP, "stop"),
          key(Motion.DRAIN, "end after these"), leave));
    }
    boolean open = now.map(RunProgress::open).orElse(0) > 0;
    return fitting(List.of(open ? key(Motion.PAUSE, "go on") : "", retry, answer, key(Motion.NEW_RUN, "new run"),
        leave));
  }

  private String key(Motion motion, String words) {
    return hint(Context.RUN, motion, words);
  }

  /// What has no room is left out whole, the last one never.
  private String fitting(List<String> all) {
    List<String> hints = new ArrayList<>(all.stream().filter(hint -> !hint.isEmpty()).toList());
    while (hints.size() > 1 && keys(hints.toArray(String[]::new)).length() > width() - EDGES * 3) {
      hints.remove(hints.size() - 2);
    }
    return keys(hints.toArray(String[]::new));
  }

  private static boolean runs(RunProgress progress) {
    return progress.phase() != RunPhase.STOPPED && progress.phase() != RunPhase.FINISHED;
  }

  @Override
  public boolean press(Key key) {
    Optional<Motion> motion = look().keys().motion(Context.RUN, key);
    Optional<RunView> view = view();
    if (motion.isEmpty()) {
      return false;
    }
    markDirty();
    if (view.isPresent() && acts(motion.get(), view.get())) {
      return true;
    }
    if (motion.get() == Motion.BACK) {
      leave();
      return true;
    }
    boolean moved = list.move(motion.get());
    follows = moved ? motion.get() == Motion.LAST : follows;
    view.ifPresent(this::look);
    return moved;
  }

  private boolean acts(Motion motion, RunView view) {
    switch (motion) {
      case CHOOSE -> say(new Event.Wanted(new RunCommand.ReadRow(list.current())));
      case NEW_RUN -> choose(new RunChoice.NewRun(view.plan().list()));
      default -> {
        Optional<RunWish> wish = wish(motion, view.progress());
        wish.ifPresent(wanted -> say(new Event.Wanted(new RunCommand.WishRun(wanted))));
        return wish.isPresent();
      }
    }
    return true;
  }

  private Optional<RunWish> wish(Motion motion, RunProgress now) {
    int job = list.current();
    return switch (motion) {
      case PAUSE -> Optional.of(
          runs(now) && now.phase() != RunPhase.PAUSED ? new RunWish.Pause() : new RunWish.GoOn());
      case LEAVE_OUT -> Optional.of(new RunWish.Skip(job));
      case AGAIN -> Optional.of(new RunWish.Again(job));
      case AGAIN_FAILED -> Optional.of(new RunWish.RetryFailed());
      case MORE_AT_ONCE -> Optional.of(new RunWish.Parallel(now.parallel() + 1));
      case FEWER_AT_ONCE -> Optional.of(new RunWish.Parallel(now.parallel() - 1));
      case STOP -> Optional.of(new RunWish.Stop());
      case DRAIN -> Optional.of(new RunWish.Drain());
      default -> Optional.empty();
    };
  }

  @Override
  protected void paintBody(int row, RowPainter painter) {
    Optional<RunView> view = view();
    if (view.isEmpty()) {
      line(painter, row == 0 ? "Reading ..." : "", style(ThemeRole.PLACEHOLDER));
      return;
    }
    RunLines lines = new RunLines(view.get(), look().glyphs(), bodyWidth());
    list.setHeight(Math.max(1, bodyHeight() - HEAD));
    switch (row) {
      case 0 -> line(painter, lines.bar(), style(ThemeRole.ACCENT));
      case 1 -> line(painter, lines.counts(),
          style(view.get().progress().words().isEmpty() ? ThemeRole.DIALOG : ThemeRole.WARNING));
      case 2 -> line(painter, lines.durations(), style(ThemeRole.DIM));
      case 3 -> line(painter, lines.heading(), style(ThemeRole.TITLE));
      default -> paintRow(list.top() + row - HEAD, lines, view.get(), painter);
    }
  }

  private void paintRow(int job, RunLines lines, RunView view, RowPainter painter) {
    if (job >= view.plan().jobs()) {
      line(painter, "", style(ThemeRole.DIALOG));
      return;
    }
    int at = job - view.first();
    Optional<RunRow> known = at >= 0 && at < view.rows().size() ? Optional.of(view.rows().get(at)) : Optional.empty();
    boolean current = job == list.current();
    ThemeRole role = current ? ThemeRole.SELECTION : known.map(row -> role(row.state())).orElse(ThemeRole.DIM);
    line(painter, (current ? "> " : "  ") + known.map(lines::row).orElse("..."), style(role));
  }

  private static ThemeRole role(RowState state) {
    return switch (state) {
      case DONE -> ThemeRole.DIALOG;
      case FAILED -> ThemeRole.ERROR;
      case RUNNING -> ThemeRole.ACCENT;
      case WAITING, CUT, SKIPPED -> ThemeRole.DIM;
    };
  }
}
