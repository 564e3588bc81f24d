package dev.chatstream.term;

import java.util.Locale;
import java.util.Map;

/// What the terminal can do, from the environment alone: it is never asked, because some never answer.
///
/// @param depth how many colours
/// @param unicode whether it takes UTF-8; else what isn't ASCII shows as `?`
/// @param erasesWithBackground whether erasing leaves the background colour of the style that is on (GNU screen's
///     doesn't)
/// @param plain whether it scrolls by line feeds at the margin only, and can't erase single characters (the Linux
/// console
///     and the VT100 family)
public record TerminalTraits(ColourDepth depth, boolean unicode, boolean erasesWithBackground, boolean plain) {

  /// A terminal that knows all that this program sends.
  public TerminalTraits(ColourDepth depth, boolean unicode, boolean erasesWithBackground) {
    this(depth, unicode, erasesWithBackground, false);
  }

  /// The traits of the terminal that this environment describes.
  public static TerminalTraits from(Map<String, String> environment) {
    boolean screen = environment.getOrDefault("TERM", "").startsWith("screen") && !environment.containsKey("TMUX");
    return new TerminalTraits(ColourDepth.from(environment), utf8(environment), !screen, plain(environment));
  }

  /// The same with another depth, as a setting asks for.
  public TerminalTraits withDepth(ColourDepth other) {
    return new TerminalTraits(other, unicode, erasesWithBackground, plain);
  }

  private static boolean plain(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    return term.startsWith("linux") || term.startsWith("vt1") || term.startsWith("vt2");
  }

  private static boolean utf8(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        String lower = locale.toLowerCase(Locale.ROOT);
        return lower.endsWith("utf-8") || lower.endsWith("utf8") || lower.contains("utf-8@") || lower.contains("utf8@");
      }
    }
    return false;
  }
}
