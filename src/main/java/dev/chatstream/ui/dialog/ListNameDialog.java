package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.TableChoice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// A name for a task list, which becomes the name of its file.
final class ListNameDialog extends FieldDialog {

  private final String file;

  /// @param file of the list; empty for a new one
  ListNameDialog(Look look, AppState state, String file, Consumer<Event> out) {
    super(file.isEmpty() ? "New task list" : "Rename " + file, "Name", file.replaceFirst("\\.csv$", ""), look, state,
        out);
    this.file = file;
  }

  @Override
  protected void entered(String text) {
    if (text.isBlank() || text.equals(file) || (text + ".csv").equals(file)) {
      leave();
    } else {
      choose(new TableChoice.NameList(file, text));
    }
  }

  @Override
  protected String note(String text) {
    return refusal().orElse("It is a file of that name in task_lists/. A taken name gets a number.");
  }

  @Override
  protected String keysLine() {
    return fieldKeys(file.isEmpty() ? "make" : "rename", "cancel");
  }
}
