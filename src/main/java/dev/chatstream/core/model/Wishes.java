package dev.chatstream.core.model;

import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;

/// What a person wants of models, whichever answers.
///
/// @param prewarm whether a model is loaded when typing starts
/// @param stallSeconds how long no token may come before that is called a stall
public record Wishes(boolean prewarm, int stallSeconds) {

  /// Unless the settings say otherwise.
  public static final Wishes USUAL = new Wishes(true, 30);

  /// What the settings say.
  public static Wishes of(Preferences preferences) {
    return new Wishes(preferences.is(Preference.PREWARM, "on"), preferences.number(Preference.STALL_SECONDS));
  }
}
