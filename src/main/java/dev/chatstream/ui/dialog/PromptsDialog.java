package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Earlier prompts of all chats, the newest first.
final class PromptsDialog extends PickerDialog<String> {

  private final List<String> prompts;

  PromptsDialog(Look look, AppState state, List<String> prompts, Consumer<Event> out) {
    super("Earlier prompts", look, state, out);
    this.prompts = prompts.reversed();
    refresh();
  }

  @Override
  protected List<PickerRow<String>> rows(String searched) {
    String wanted = searched.toLowerCase(Locale.ROOT);
    return prompts == null
        ? List.of()
        : prompts.stream()
            .filter(prompt -> prompt.toLowerCase(Locale.ROOT).contains(wanted))
            .map(prompt -> PickerRow.of(prompt, prompt.strip(), size(prompt)))
            .toList();
  }

  private static String size(String prompt) {
    long lines = prompt.lines().count();
    return lines > 1 ? Words.count(lines, "line") : "";
  }

  @Override
  protected Object source() {
    return prompts;
  }

  @Override
  protected void chosen(String prompt) {
    choose(new Choice.UsePrompt(prompt));
  }

  @Override
  protected String corner() {
    return Words.count(prompts.size(), "prompt");
  }

  @Override
  protected String nothing() {
    return searched().isEmpty() ? "Nothing has been asked yet." : noMatch("prompt");
  }

  @Override
  protected String pickerKeys() {
    return enter("into the message");
  }
}
