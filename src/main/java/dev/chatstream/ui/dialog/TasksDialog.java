package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import java.util.function.Consumer;

/// The tasks of a list. One of another kind can be converted from here.
final class TasksDialog extends TextDialog {

  private final Event.TasksRead read;

  TasksDialog(Event.TasksRead read, String words, Look look, AppState state, Consumer<Event> out) {
    super(read.file(), words, look, state, out);
    this.read = read;
  }

  @Override
  protected String keysLine() {
    String dot = " " + look().glyphs().dot() + " ";
    return (read.convertible() ? "c make a copy that takes tasks" + dot : "") + super.keysLine();
  }

  @Override
  public boolean press(Key key) {
    boolean convert = look().keys().motion(Context.DIALOG, key).filter(Motion.CONVERT::equals).isPresent();
    if (convert && read.convertible()) {
      say(new Event.Wanted(new Command.ConvertList(read.file())));
      return true;
    }
    return super.press(key);
  }
}
