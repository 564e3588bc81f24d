package dev.chatstream.ui.dialog;

import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.TalkState.Making;
import dev.chatstream.core.task.Comparison;
import dev.chatstream.core.task.TaskDrafts;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.time.Duration;
import java.util.Optional;

/// What the screen that makes rows of a chat says.
final class ToTasksWords {

  private ToTasksWords() {}

  /// What Enter will do.
  ///
  /// @param first the number that the first new row gets; -1 when that is not known
  static String sentence(TaskDrafts drafts, Optional<ToTasksTarget> target, long first) {
    int count = drafts.count();
    if (target.isEmpty()) {
      return "Choose a list, or type a name for a new one.";
    }
    ToTasksTarget to = target.get();
    if (count == 0) {
      return drafts.doubles() == drafts.rows().size()
          ? "Adds nothing: " + to.list() + " has " + (count(drafts) ? "it" : "all of it") + " already."
          : "Adds nothing: no row is ticked.";
    }
    String tasks = Words.count(count, "task");
    String words = to.create() ? "Makes " + to.list() + " with " + tasks : "Adds " + tasks + " to " + to.list();
    if (!to.create() && first >= 0) {
      words += count == 1 ? " as " + first : " as " + first + " to " + (first + count - 1);
    }
    return words + "." + leftOut(drafts) + doubt(drafts.comparison(), to);
  }

  private static boolean count(TaskDrafts drafts) {
    return drafts.rows().size() == 1;
  }

  private static String leftOut(TaskDrafts drafts) {
    int doubles = drafts.doubles();
    int others = drafts.rows().size() - drafts.count() - doubles;
    if (doubles + others == 0) {
      return "";
    }
    return " Leaves out " + (doubles == 0 ? "" : doubles + " it has already")
        + (doubles > 0 && others > 0 ? " and " : "") + (others == 0 ? "" : String.valueOf(others)) + ".";
  }

  private static String doubt(Comparison comparison, ToTasksTarget to) {
    String doubt = comparison.problem().isEmpty() ? to.doubt() : comparison.problem();
    return doubt.isEmpty() ? "" : " " + doubt;
  }

  /// What stands in the place of rows that a model is to make.
  static String model(AppState state, ToTasksChoice choice, Look look) {
    Optional<Making> making = state.talk().making();
    String length = Words.count(choice.text().length(), "character");
    if (making.isEmpty()) {
      String model = state.server().model().isEmpty() ? "the model" : state.server().model();
      return "Enter asks " + model + " which tasks there are in this: " + length + ". They come here to be chosen.";
    }
    Making now = making.get();
    if (!now.coming()) {
      return now.problem();
    }
    long seconds = Duration.between(now.begun(), look.told(state.now(), now.begun())).toSeconds();
    String so = now.characters() == 0 ? "is reading" : "is writing, " + Words.count(now.characters(), "character");
    return now.model() + " " + so + ", " + Words.span(seconds) + " ...";
  }
}
