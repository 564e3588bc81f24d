package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The themes; the screen shows the current one at once, and Esc brings the old one back.
final class ThemesDialog extends PickerDialog<String> {

  private final List<String> names;
  private final String before;

  ThemesDialog(Look look, AppState state, Facts facts, Consumer<Event> out) {
    super("Themes", look, state, out);
    this.names = facts.themes().get();
    this.before = look.theme().name();
    refresh();
    select(before);
  }

  @Override
  protected List<PickerRow<String>> rows(String searched) {
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> fits(name, searched))
            .map(name -> PickerRow.of(name, name, name.equals(before) ? "until now" : ""))
            .toList();
  }

  @Override
  protected void moved(Optional<String> current) {
    current.ifPresent(name -> say(new Event.Wanted(new WindowCommand.ShowTheme(name))));
  }

  @Override
  protected void chosen(String name) {
    choose(new Choice.UseTheme(name));
  }

  @Override
  protected void abandoned() {
    say(new Event.Wanted(new WindowCommand.ShowTheme(before)));
  }

  @Override
  protected String nothing() {
    return noMatch("theme");
  }

  @Override
  protected String pickerKeys() {
    return enter("take it");
  }

  @Override
  protected String leaving() {
    return "keep the old one";
  }
}
