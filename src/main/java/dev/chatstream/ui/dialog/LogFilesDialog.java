package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Event;
import dev.chatstream.core.log.LogFile;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.function.Consumer;

/// The log files, the last written first; or a path that is typed.
final class LogFilesDialog extends PickerDialog<LogFile> {

  private List<LogFile> files = List.of();
  private boolean listed;

  LogFilesDialog(Look look, AppState state, Consumer<Event> out) {
    super("Log files", look, state, out);
    refresh();
  }

  @Override
  public void take(Event.FromLog event) {
    if (event instanceof Event.LogsListed found) {
      files = found.files();
      listed = true;
      refresh();
    }
  }

  @Override
  protected List<PickerRow<LogFile>> rows(String searched) {
    return files.stream()
        .filter(file -> !isPath(searched) && fits(file.name(), searched))
        .map(file -> PickerRow.of(
            file, file.name(),
            (file.path().isEmpty() ? "with its older files   " : "") + Words.bytes(file.bytes()) + "   "
                + look().day(file.changed(), state().now())))
        .toList();
  }

  private static boolean isPath(String searched) {
    return searched.contains("/") || searched.startsWith("~");
  }

  @Override
  protected void chosen(LogFile file) {
    say(new Event.LogChosen(file.path()));
  }

  @Override
  protected void chosenNothing(String searched) {
    if (!searched.isEmpty()) {
      say(new Event.LogChosen(searched));
    }
  }

  @Override
  protected String nothing() {
    return searched().isEmpty()
        ? listed ? "No log files yet." : reading()
        : hint(Context.PICKER, Motion.CHOOSE, "opens the file at this path.");
  }

  @Override
  protected String footer() {
    return "Or type the path of a file.";
  }

  @Override
  protected String pickerKeys() {
    return enter("show");
  }
}
