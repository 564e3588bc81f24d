package dev.chatstream.ui.dialog;

import dev.chatstream.core.chat.ExportFormat;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import java.util.function.Consumer;

/// A file for the whole chat. What its name ends in says how it is written.
final class ExportDialog extends FieldDialog {

  private ExportFormat format = ExportFormat.MARKDOWN;

  ExportDialog(Look look, AppState state, String proposal, Consumer<Event> out) {
    super("Export this chat", "File", proposal, look, state, out);
  }

  @Override
  public boolean press(Key key) {
    if (look().keys().motion(Context.PICKER, key).filter(Motion.MORE::equals).isPresent()) {
      ExportFormat before = format(text());
      format = before.next();
      String path = text();
      String bare = ExportFormat.of(path).isPresent()
          ? path.substring(0, path.length() - before.ending().length())
          : path + ".";
      put(bare + format.ending());
      return true;
    }
    return super.press(key);
  }

  @Override
  protected void entered(String path) {
    choose(new Choice.Export(format(path), path));
  }

  private ExportFormat format(String path) {
    return ExportFormat.of(path).orElse(format);
  }

  @Override
  protected String note(String path) {
    return refusal().orElse(
        "Written as " + format(path).title() + ". A file that is there already is never overwritten.");
  }

  @Override
  protected String keysLine() {
    return keys(hint(Context.PICKER, Motion.MORE, format(text()).next().title()), fieldKeys("write", "cancel"));
  }
}
