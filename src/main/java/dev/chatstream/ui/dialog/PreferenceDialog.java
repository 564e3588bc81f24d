package dev.chatstream.ui.dialog;

import dev.chatstream.core.event.Choice;
import dev.chatstream.core.event.Event;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.state.AppState;
import dev.chatstream.ui.Look;
import java.util.function.Consumer;

/// A value for one setting of the program; what is wrong with it is said as it is typed.
final class PreferenceDialog extends FieldDialog {

  private final Preference preference;

  PreferenceDialog(Preference preference, Look look, AppState state, Consumer<Event> out) {
    super(preference.key(), "Value", value(preference, state.personal().preferences()), look, state, out);
    this.preference = preference;
  }

  private static String value(Preference preference, Preferences now) {
    return now.changed(preference) ? now.text(preference) : "";
  }

  @Override
  protected void entered(String text) {
    choose(new Choice.SetPreference(preference, text));
  }

  @Override
  protected String note(String text) {
    String usually = preference.usual().isEmpty() ? "" : " Without a value it is " + preference.usual() + ".";
    return preference.wrong(text).orElse(preference.help() + " Allowed: " + preference.range() + "." + usually);
  }

  @Override
  protected String keysLine() {
    return fieldKeys("set", "cancel");
  }
}
