package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogLine;
import dev.chatstream.core.state.AppState;
import dev.chatstream.core.state.Dialog;
import dev.chatstream.core.task.TaskRow;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// Makes the window of a dialog.
public final class Dialogs {

  private static final int FIRST_LINE = 200;

  private final Look look;
  private final Facts facts;
  private final Consumer<Event> out;

  /// @param out where the windows tell what was chosen
  public Dialogs(Look look, Facts facts, Consumer<Event> out) {
    this.look = look;
    this.facts = facts;
    this.out = out;
  }

  /// The window for this dialog.
  public DialogWindow window(Dialog dialog, AppState state) {
    return switch (dialog) {
      case Dialog.NoServer noServer -> new NoServerDialog(look, state, facts, out);
      case Dialog.Host host -> new HostDialog(look, state, out);
      case Dialog.Engine engine -> new EngineDialog(look, state, facts, out);
      case Dialog.Models models -> new ModelsDialog(look, state, out);
      case Dialog.Name name -> new NameDialog(look, state, name.proposal(), out);
      case Dialog.Chats chats -> new ChatsDialog(look, state, out);
      case Dialog.AppendTo append -> new AppendToDialog(look, state, out);
      case Dialog.ToTasks tasks -> new ToTasksDialog(look, state, out);
      case Dialog.SavePoints points -> new SavePointsDialog(look, state, out);
      case Dialog.Overflow overflow -> new OverflowDialog(look, state, overflow, out);
      case Dialog.Commands commands -> new CommandsDialog(look, state, out);
      case Dialog.KeyMenu menu -> new KeyMenuDialog(look, state, out);
      case Dialog.Themes themes -> new ThemesDialog(look, state, facts, out);
      case Dialog.Unsaved unsaved -> new UnsavedDialog(look, state, out);
      case Dialog.Help help -> text("Help", HelpText.of(state.focus(), look.keys()), state);
      case Dialog.Message message -> text(message.title(), message.text(), state);
      case Dialog.Record record -> text("Log record", words(record.line()), state);
      case Dialog.Tasks tasks -> new TasksDialog(tasks.read(), words(tasks.read()), look, state, out);
    };
  }

  private TextDialog text(String title, String words, AppState state) {
    return new TextDialog(title, words, look, state, out);
  }

  private static String words(LogLine line) {
    String where = line.method().isEmpty() ? "" : ", " + line.method() + ":" + line.line();
    return line.time() + "  " + line.level() + "  " + line.logger() + where + "\n\n" + line.message();
  }

  private static String words(Event.TasksRead read) {
    StringBuilder text = new StringBuilder();
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
      String content = row.cell("content").strip();
      String shown = content.length() > FIRST_LINE ? content.substring(0, FIRST_LINE) + " ..." : content;
      text.append(row.index() < 0 ? "?" : String.valueOf(row.index())).append("  ").append(row.cell("role"));
      text.append("  ").append(row.cell("status")).append("\n   ").append(shown.replace("\n", "\n   ")).append("\n");
    }
    return read.problem().isEmpty() || read.convertible() ? text.toString() : text + "\n" + read.problem() + "\n";
  }
}
