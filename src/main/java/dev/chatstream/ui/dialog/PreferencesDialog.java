package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.WindowCommand;
import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.event.OwnFile;
import dev.chatstream.core.input.Key;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.preference.Problem;
import dev.chatstream.core.state.AppState;
import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.keys.KeyNames;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.widget.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The settings of the program: each with its value, what it is usually, and below the list what it is for. What is set
/// here acts at once.
final class PreferencesDialog extends ListDialog<Preference> {

  private static final int NAME_WIDTH = 18;
  private static final Key FLIP = Key.text(" ");

  PreferencesDialog(Look look, AppState state, Consumer<Event> out) {
    super("Settings", look, state, out);
    refresh();
  }

  private Preferences values() {
    return state().personal().preferences();
  }

  @Override
  protected List<PickerRow<Preference>> rows() {
    return Arrays.stream(Preference.values()).map(this::row).toList();
  }

  private PickerRow<Preference> row(Preference preference) {
    String value = Sanitizer.line(shown(values().text(preference)));
    String usually = values().changed(preference) ? "usually " + shown(preference.usual()) : "";
    return PickerRow.of(preference, Columns.left(preference.key(), NAME_WIDTH) + value, usually);
  }

  private static String shown(String value) {
    return value.isEmpty() ? "not set" : value;
  }

  @Override
  protected String corner() {
    List<Problem> problems = values().problems();
    if (!problems.isEmpty()) {
      return Words.count(problems.size(), "mistake") + " in the file";
    }
    long changed = Arrays.stream(Preference.values()).filter(values()::changed).count();
    return changed == 0 ? "all as usual" : changed + " changed";
  }

  @Override
  protected String nothing() {
    return "";
  }

  @Override
  protected List<Letter> letters() {
    List<Letter> letters = new ArrayList<>();
    Optional<Preference> changed = current().filter(values()::changed);
    changed.ifPresent(row -> letters.add(Letter.of("d", "as usual", new Choice.SetPreference(row, ""))));
    if (!values().problems().isEmpty()) {
      letters.add(Letter.of("m", "mistakes", new Choice.ShowMistakes()));
    }
    letters.add(new Letter("e", "edit the file", new Event.Wanted(new WindowCommand.EditOwnFile(OwnFile.SETTINGS))));
    return letters;
  }

  @Override
  protected String enter() {
    return current().filter(row -> row == Preference.THEME).isPresent() ? "choose" : "change";
  }

  @Override
  protected String keysLine() {
    boolean flips = current().filter(Preference::flips).isPresent();
    return flips ? keys(KeyNames.of(FLIP) + " next", super.keysLine()) : super.keysLine();
  }

  @Override
  public boolean press(Key key) {
    Optional<Preference> flipped = current().filter(Preference::flips);
    if (key.equals(FLIP) && flipped.isPresent()) {
      Preference preference = flipped.get();
      choose(new Choice.SetPreference(preference, preference.next(values().text(preference))));
      return true;
    }
    return super.press(key);
  }

  @Override
  protected void chosen(Preference row) {
    choose(new Choice.WantPreference(row));
  }

  @Override
  protected String more(Optional<Preference> current) {
    return current.map(row -> row.help() + " Allowed: " + row.range() + ".").orElse("");
  }
}
