package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// A name for the message as a template.
final class NameTemplateDialog extends FieldDialog {

  NameTemplateDialog(Look look, AppState state, Consumer<Event> out) {
    super("Keep as a template", "Name", "", look, state, out);
  }

  @Override
  protected void entered(String text) {
    choose(new Choice.KeepTemplate(text));
  }

  @Override
  protected String note(String text) {
    return refusal().orElse(
        "The message goes into .store/templates/ as a file of that name. Write blanks as {{language}}.");
  }

  @Override
  protected String keysLine() {
    return fieldKeys("keep", "cancel");
  }
}
