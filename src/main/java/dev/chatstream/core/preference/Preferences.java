package dev.chatstream.core.preference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The values of all settings, and the mistakes of the file that they were read from. Immutable.
public final class Preferences {

  /// Nobody has set anything.
  public static final Preferences USUAL = new Preferences(new EnumMap<>(Preference.class), List.of());

  private final Map<Preference, String> set;
  private final List<Problem> problems;

  /// @param set the values that aren't left to the program; kept, not copied
  Preferences(Map<Preference, String> set, List<Problem> problems) {
    this.set = set;
    this.problems = List.copyOf(problems);
  }

  /// The value of this one.
  public String text(Preference preference) {
    return set.getOrDefault(preference, preference.usual());
  }

  /// The value of one that is a number.
  public int number(Preference preference) {
    return Integer.parseInt(text(preference));
  }

  /// Whether this is its value.
  public boolean is(Preference preference, String value) {
    return text(preference).equals(value);
  }

  /// Whether its value is another one than the usual.
  public boolean changed(Preference preference) {
    return !is(preference, preference.usual());
  }

  /// Whether its value is another one there.
  public boolean differs(Preference preference, Preferences there) {
    return !is(preference, there.text(preference));
  }

  /// What is wrong in the file.
  public List<Problem> problems() {
    return problems;
  }

  /// The same values beside these mistakes.
  public Preferences with(List<Problem> mistakes) {
    return new Preferences(set, mistakes);
  }

  /// With this value, which is one that it can have.
  public Preferences with(Preference preference, String value) {
    Map<Preference, String> other = new EnumMap<>(Preference.class);
    other.putAll(set);
    other.put(preference, preference.read(value).orElseThrow());
    return new Preferences(other, problems);
  }

  /// Two are the same when all their values are, and the mistakes beside them.
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Preferences those) || !problems.equals(those.problems)) {
      return false;
    }
    for (Preference each : Preference.values()) {
      if (differs(each, those)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Objects.hash(set.size(), problems);
  }
}
