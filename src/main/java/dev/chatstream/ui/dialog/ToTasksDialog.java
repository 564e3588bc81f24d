package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.core.task.TaskScope;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The task lists, to add this chat to one; what is typed and fits none becomes the name of a new one.
final class ToTasksDialog extends PickerDialog<ToTasksDialog.Target> {

  /// Where the tasks go.
  ///
  /// @param create whether the list is a new one
  /// @param doubt what is wrong with the list, which takes rows all the same; empty when nothing is
  record Target(String list, boolean create, long lastIndex, String doubt) {

    static Target of(TaskListSummary list) {
      return new Target(list.file(), false, list.lastIndex(), list.problem());
    }
  }

  private TaskScope scope = TaskScope.WHOLE_CHAT;
  private boolean preselected;

  ToTasksDialog(Look look, AppState state, Consumer<Event> out) {
    super("To a task list", look, state, out);
    update();
  }

  @Override
  protected void update() {
    refresh();
    if (!preselected && state().library().listsRead()) {
      preselected = true;
      state().library().lists().stream()
          .filter(list -> list.file().equals(state().library().lastList()))
          .findFirst()
          .ifPresent(list -> select(Target.of(list)));
    }
  }

  @Override
  protected List<PickerRow<Target>> rows(String searched) {
    List<PickerRow<Target>> rows = new ArrayList<>();
    for (TaskListSummary list : state().library().lists()) {
      if (fits(list.file(), searched)) {
        rows.add(list.appendable()
            ? PickerRow.of(Target.of(list), list.file(), size(list))
            : PickerRow.greyed(list.file(), "", list.problem()));
      }
    }
    if (!searched.isEmpty()) {
      rows.add(PickerRow.of(new Target(searched, true, 0, ""), "new list: " + searched, ""));
    }
    return rows;
  }

  private static String size(TaskListSummary list) {
    return list.lastIndex() < 0 ? Words.bytes(list.bytes()) : "to " + list.lastIndex();
  }

  @Override
  protected void chosen(Target target) {
    choose(new Choice.AppendToList(target.list(), target.create(), scope));
  }

  @Override
  protected boolean other(Motion motion) {
    if (motion == Motion.MORE) {
      TaskScope[] all = TaskScope.values();
      scope = all[(scope.ordinal() + 1) % all.length];
    }
    return motion == Motion.MORE;
  }

  @Override
  protected String footer() {
    Optional<Target> target = current();
    if (target.isEmpty()) {
      return "Type a name to make a new list.";
    }
    Target to = target.get();
    if (!to.doubt().isEmpty()) {
      return to.doubt();
    }
    String from = "Adds the " + scope.title() + " to " + to.list();
    if (to.create()) {
      return from + ", a new list.";
    }
    return to.lastIndex() < 0 ? from + "." : from + ", from " + (to.lastIndex() + 1) + " on.";
  }

  @Override
  protected String fieldName() {
    return "List: ";
  }

  @Override
  protected String nothing() {
    return state().library().listsRead() ? "No task lists yet. Type a name to make one." : "Reading ...";
  }

  @Override
  protected String pickerKeys() {
    TaskScope[] all = TaskScope.values();
    return keys(enter("add"), tab(all[(scope.ordinal() + 1) % all.length].title()));
  }

  @Override
  protected String leaving() {
    return "cancel";
  }
}
