package dev.chatstream.core.state;

import dev.chatstream.core.preference.Preferences;
import dev.chatstream.core.preference.Problem;
import java.util.List;

/// How the person has suited the program to themselves.
///
/// @param preferences the settings of the program
/// @param keyProblems what is wrong in the file of their own keys
/// @param share how much of a wide screen the column at the right takes, in percent; 0 as usual
public record PersonalState(Preferences preferences, List<Problem> keyProblems, int share) {

  /// Nobody has changed anything.
  public static final PersonalState USUAL = new PersonalState(Preferences.USUAL, List.of(), 0);

  /// With these settings.
  public PersonalState with(Preferences other) {
    return new PersonalState(other, keyProblems, share);
  }

  /// With these mistakes in the file of keys.
  public PersonalState withKeyProblems(List<Problem> problems) {
    return new PersonalState(preferences, List.copyOf(problems), share);
  }

  /// With another share of the screen for the column at the right.
  public PersonalState withShare(int percent) {
    return new PersonalState(preferences, keyProblems, percent);
  }
}
