package dev.chatstream.ui.dialog;

import dev.chatstream.core.input.Key;
import dev.chatstream.core.input.KeyCode;
import dev.chatstream.core.state.LibraryState;
import dev.chatstream.core.task.TaskListSummary;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.widget.TextEditor;
import dev.chatstream.ui.widget.VirtualList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lists of the screen that makes rows of a chat: those that fit what is typed, and a new one of that name.
final class ToTasksLists {

  private final Look look;
  private final TextEditor typed = new TextEditor();
  private final VirtualList list = new VirtualList();
  private List<ToTasksTarget> targets = List.of();
  private boolean preselected;

  ToTasksLists(Look look) {
    this.look = look;
    typed.setWidth(Integer.MAX_VALUE);
  }

  /// Takes the lists that there are; the one that was used last is the first choice.
  void show(LibraryState library) {
    List<ToTasksTarget> fitting = new ArrayList<>();
    String name = name();
    for (TaskListSummary each : library.lists()) {
      if (PickerDialog.fits(each.file(), name)) {
        fitting.add(ToTasksTarget.of(each));
      }
    }
    boolean there = library.lists().stream().anyMatch(each -> each.file().equals(name + ".csv"));
    if (!name.isEmpty() && !there) {
      fitting.add(ToTasksTarget.made(name));
    }
    targets = fitting;
    list.setRows(targets.size(), row -> targets.get(row).takes());
    if (!preselected && library.listsRead()) {
      preselected = true;
      for (int row = 0; row < targets.size(); row++) {
        if (targets.get(row).list().equals(library.lastList())) {
          list.select(row);
        }
      }
    }
  }

  /// What is typed.
  String name() {
    return typed.text().strip();
  }

  int caretColumn() {
    return typed.caretColumn();
  }

  void setHeight(int rows) {
    list.setHeight(rows);
  }

  int top() {
    return list.top();
  }

  int size() {
    return targets.size();
  }

  ToTasksTarget get(int row) {
    return targets.get(row);
  }

  boolean isCurrent(int row) {
    return row == list.current();
  }

  /// The list that is chosen.
  Optional<ToTasksTarget> current() {
    return list.current() < 0 ? Optional.empty() : Optional.of(targets.get(list.current()));
  }

  /// Typing, and moving among the lists.
  ///
  /// @return false when the key means nothing here
  boolean press(Key key, LibraryState library) {
    if (key.typed() || key.code() == KeyCode.PASTE) {
      typed.insert(key.text().replace('\n', ' '));
      list.select(0);
      show(library);
      return true;
    }
    Optional<Motion> motion = look.keys().motion(Context.PICKER, key);
    if (motion.isEmpty()) {
      return false;
    }
    return switch (motion.get()) {
      case DELETE_BACK, DELETE_WORD_BACK, DELETE_TO_START -> {
        typed.move(motion.get());
        show(library);
        yield true;
      }
      default -> list.move(motion.get());
    };
  }

  /// Clears what is typed.
  ///
  /// @return false when nothing was
  boolean clear(LibraryState library) {
    boolean any = !typed.isEmpty();
    typed.clear();
    show(library);
    return any;
  }
}
