package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.OwnFile;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.function.Consumer;

/// How to change keys, what is wrong in the file of the person's own ones, and the way to it.
final class KeysDialog extends MenuDialog {

  private static final int MOST = 5;
  private static final String FILE = ".store/keys.properties";

  KeysDialog(Look look, AppState state, Consumer<Event> out) {
    super("Your own keys", look, state, out);
  }

  @Override
  protected String sentence() {
    List<Problem> problems = state().personal().keyProblems();
    if (problems.isEmpty()) {
      return FILE + " puts your keys over those of the program. A line is NAME = KEY, KEY, such as save = ^S, F12. "
          + "A line without keys takes them away. It counts as soon as it is saved.";
    }
    StringBuilder text = new StringBuilder("These lines of " + FILE + " are not followed:\n");
    problems.stream().limit(MOST).forEach(problem -> text.append('\n').append(problem.in("keys.properties")));
    if (problems.size() > MOST) {
      text.append("\n").append(problems.size() - MOST).append(" more stand in the log.");
    }
    return text.toString();
  }

  @Override
  protected List<Option> options() {
    return List.of(
        new Option("e", "Edit keys.properties", "in your editor",
            new Event.Wanted(new WindowCommand.EditOwnFile(OwnFile.KEYS))),
        new Option("c", "Close", "", new Event.DialogClosed()));
  }
}
