package dev.chatstream.core.event;

import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.preference.Problem;
import java.util.List;

/// What happens to the settings of the program, to the keys and to the layout.
public sealed interface PersonalEvent extends Event {

  /// The file of settings was read: at the start, after a change by somebody else, after an undo.
  record PreferencesRead(Preferences preferences) implements PersonalEvent {}

  /// A setting is on the disk.
  ///
  /// @param after what the file says now
  record PreferenceKept(Preference preference, Preferences after) implements PersonalEvent {}

  /// A setting is as it was before; so the file says.
  record PreferenceUndone(Preference preference, Preferences after) implements PersonalEvent {}

  /// The file of keys was read.
  ///
  /// @param lines empty when there is none
  /// @param trouble why it can't be read; empty when it can
  record KeysRead(List<String> lines, String trouble) implements PersonalEvent {}

  /// The windows go by the keys that were read.
  ///
  /// @param problems lines of the file that are not followed
  record KeysTaken(List<Problem> problems) implements PersonalEvent {}
}
