package dev.chatstream.ui.dialog;

import dev.chatstream.core.task.TaskListSummary;

/// A list that rows can be added to, or the name of a new one.
///
/// @param create whether the list is a new one
/// @param lastIndex its largest index; -1 where that is not known
/// @param doubt what is wrong with the list; empty when nothing is
/// @param takes whether it takes rows
record ToTasksTarget(String list, boolean create, long lastIndex, String doubt, boolean takes) {

  static ToTasksTarget of(TaskListSummary list) {
    return new ToTasksTarget(list.file(), false, list.lastIndex(), list.problem(), list.appendable());
  }

  static ToTasksTarget made(String name) {
    return new ToTasksTarget(name, true, 0, "", true);
  }
}
