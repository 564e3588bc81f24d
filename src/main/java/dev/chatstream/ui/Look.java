package dev.chatstream.ui;

import dev.chatstream.core.input.Phrase;
import dev.chatstream.core.preference.Preference;
import dev.chatstream.core.preference.Preferences;
import dev.chatstream.term.CellStyle;
import dev.chatstream.ui.keys.Keymap;
import dev.chatstream.ui.theme.Glyphs;
import dev.chatstream.ui.theme.Theme;
import dev.chatstream.ui.theme.ThemeRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/// What all windows share: the theme of the moment, the keys, and the person's time zone. UI thread only.
public final class Look {

  private Keymap keys;
  private final Supplier<ZoneId> zone;
  private Theme theme;
  private Preferences preferences = Preferences.USUAL;
  private boolean slow;
  private String lineWords = "";

  /// @param theme the first one; it can change at any time
  /// @param zone asked for with each time that is shown: the zones of the JDK take longer to load than the rest of the
  ///     first frame, which shows no time
  public Look(Theme theme, Keymap keys, Supplier<ZoneId> zone) {
    this.theme = theme;
    this.keys = keys;
    this.zone = zone;
  }

  /// Draws with another theme from now on; the windows have to be painted anew.
  public void setTheme(Theme other) {
    theme = other;
  }

  /// Shows less from now on, as over a slow line, or everything again.
  ///
  /// @param words what the status line says of it; empty for nothing
  public void setLine(boolean isSlow, String words) {
    slow = isSlow;
    lineWords = words;
  }

  /// True over a slow line: nothing is shown that moves, and text that comes is shown by whole lines.
  public boolean slow() {
    return slow;
  }

  /// What the status line says of a slow line; empty on a usual one.
  public String lineWords() {
    return lineWords;
  }

  /// The time that clocks and figures are told from. Over a slow line it goes on by whole minutes.
  ///
  /// @param from when what is told of began
  public Instant told(Instant now, Instant from) {
    long minutes = Duration.between(from, now).toMinutes();
    return slow ? from.plus(Duration.ofMinutes(minutes)) : now;
  }

  /// The theme of the moment.
  public Theme theme() {
    return theme;
  }

  /// How this role looks.
  public CellStyle style(ThemeRole role) {
    return theme.style(role);
  }

  /// The signs to draw with.
  public Glyphs glyphs() {
    return theme.glyphs();
  }

  /// Goes by these keys from now on.
  public void setKeys(Keymap other) {
    keys = other;
  }

  /// Goes by these settings from now on; what they change has to be laid out anew.
  public void setPreferences(Preferences others) {
    preferences = others;
  }

  /// How many columns the text of a chat takes at most.
  public int widestText() {
    return preferences.number(Preference.WIDEST_TEXT);
  }

  /// The settings of the moment.
  public Preferences preferences() {
    return preferences;
  }

  /// The keys.
  public Keymap keys() {
    return keys;
  }

  /// This sentence with the keys that are bound now.
  public String words(Phrase phrase) {
    return keys.words(phrase);
  }

  /// A time of day as `14:03`.
  public String clock(Instant time) {
    ZonedDateTime local = time.atZone(zone.get());
    return two(local.getHour()) + ":" + two(local.getMinute());
  }

  /// A time of day as `14:03:07`.
  public String clockWithSeconds(Instant time) {
    return clock(time) + ":" + two(time.atZone(zone.get()).getSecond());
  }

  /// A time as the person needs it to tell it from others: today's as `14:03`, others as `2026-11-03`.
  public String day(Instant time, Instant now) {
    ZonedDateTime local = time.atZone(zone.get());
    return local.toLocalDate().equals(now.atZone(zone.get()).toLocalDate())
        ? clock(time)
        : local.toLocalDate().toString();
  }

  /// A moment as `2026-11-23 14:03`.
  public String moment(Instant time) {
    return time.atZone(zone.get()).toLocalDate() + " " + clock(time);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
