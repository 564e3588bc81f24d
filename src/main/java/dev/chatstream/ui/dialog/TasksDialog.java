package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TalkChoice;
import dev.chatstream.core.event.StoreCommand;
import dev.chatstream.core.event.Command;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The tasks of a list, as text. A damaged one offers its last good copy, one of another kind a copy that takes
/// tasks.
final class TasksDialog extends TextDialog {

  private static final int FIRST_LINE = 200;

  private final Event.TasksRead read;
  /// The sources of the rows, by where their text begins.
  private final NavigableMap<Integer, String> sources;

  TasksDialog(Event.TasksRead read, Look look, AppState state, Consumer<Event> out) {
    this(read, new TreeMap<>(), look, state, out);
  }

  private TasksDialog(
      Event.TasksRead read, NavigableMap<Integer, String> sources, Look look, AppState state, Consumer<Event> out) {
    super(read.file(), words(read, sources), look, state, out);
    this.read = read;
    this.sources = sources;
  }

  @Override
  protected String keysLine() {
    String dot = " " + look().glyphs().dot() + " ";
    String more = damaged(read) ? "Enter last good copy" + dot : "";
    String copy = read.convertible() ? "c make a copy that takes tasks" + dot : "";
    String source = sources.isEmpty() ? "" : hint(Context.DIALOG, Motion.SOURCE, "chat of the first row") + dot;
    return more + copy + source + super.keysLine();
  }

  @Override
  protected void chosen() {
    if (damaged(read)) {
      say(new Event.Wanted(new StoreCommand.FindCopy("task_lists/" + read.file())));
    } else {
      leave();
    }
  }

  private static String words(Event.TasksRead read, NavigableMap<Integer, String> sources) {
    StringBuilder text = new StringBuilder();
    if (damaged(read)) {
      text.append(read.file()).append(" is damaged: ").append(read.skipped() + read.rows().size())
          .append(" rows shown, nothing changed. It ends here because ").append(read.problem()).append(".\n\n");
    }
    if (read.convertible()) {
      text.append(read.problem()).append("\n\n");
    }
    if (read.skipped() > 0) {
      text.append("(").append(read.skipped()).append(" tasks before these)\n");
    }
    if (read.rows().isEmpty()) {
      text.append("No tasks in it.\n");
    }
    for (TaskRow row : read.rows()) {
      sources.put(text.length(), row.cell("source"));
      String content = Sanitizer.lines(row.cell("content").strip());
      String shown = content.length() > FIRST_LINE ? content.substring(0, FIRST_LINE) + " ..." : content;
      text.append(row.index() < 0 ? "?" : String.valueOf(row.index())).append("  ").append(row.cell("role"));
      text.append("  ").append(row.cell("status")).append("\n   ").append(shown.replace("\n", "\n   ")).append("\n");
    }
    return text.toString();
  }

  /// A list of another program is none of ours, but whole.
  private static boolean damaged(Event.TasksRead read) {
    return !read.problem().isEmpty() && !read.convertible();
  }

  /// Goes to where the first row in sight comes from.
  private boolean goToSource() {
    Map.Entry<Integer, String> row = sources.ceilingEntry(topPlace());
    say(new Event.Chosen(new TalkChoice.OpenSource(row == null ? sources.lastEntry().getValue() : row.getValue())));
    return true;
  }

  @Override
  public boolean press(Key key) {
    boolean source = look().keys().motion(Context.DIALOG, key).filter(Motion.SOURCE::equals).isPresent();
    if (source && !sources.isEmpty()) {
      return goToSource();
    }
    boolean convert = look().keys().motion(Context.DIALOG, key).filter(Motion.CONVERT::equals).isPresent();
    if (convert && read.convertible()) {
      say(new Event.Wanted(new Command.ConvertList(read.file())));
      return true;
    }
    return super.press(key);
  }
}
