package dev.chatstream.ui.theme;

import dev.chatstream.term.CellStyle;
import dev.chatstream.term.TerminalTraits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes a theme of its file's lines. A file is a patch over its base; nothing but the known roles is read from it,
/// so a theme from elsewhere can do no harm. What is wrong in it is told, and the base's value stays.
public final class ThemeReader {

  /// The theme without a base: every chain of bases ends here.
  public static final String ROOT = "terminal";

  private static final int DEEPEST = 8;

  private final TerminalTraits traits;
  private final Function<String, Optional<String>> files;
  private final List<String> warnings = new ArrayList<>();

  /// @param files the text of a theme's file by the theme's name; empty where there is none
  public ThemeReader(TerminalTraits traits, Function<String, Optional<String>> files) {
    this.traits = traits;
    this.files = files;
  }

  /// The theme of this name; the plain look where there is none.
  public Theme read(String name) {
    Map<ThemeRole, CellStyle> styles = new EnumMap<>(ThemeRole.class);
    boolean[] ascii = new boolean[1];
    patch(name, styles, ascii, 0);
    return new Theme(name, ascii[0] || !traits.unicode() ? Glyphs.ASCII : Glyphs.UNICODE, styles);
  }

  /// What was wrong so far, each with the theme and the line.
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void patch(String name, Map<ThemeRole, CellStyle> styles, boolean[] ascii, int depth) {
    Optional<String> text = files.apply(name);
    if (text.isEmpty() || depth > DEEPEST) {
      warnings.add("There is no theme " + name + ".");
      return;
    }
    List<String> lines = text.get().lines().map(ThemeReader::withoutComment).toList();
    base(lines).ifPresent(base -> patch(base, styles, ascii, depth + 1));
    StyleParser parser = new StyleParser(
        traits.depth(), word -> ThemeRole.parse(word).map(styles::get).orElse(null));
    for (int number = 0; number < lines.size(); number++) {
      String problem = line(lines.get(number), styles, ascii, parser);
      if (!problem.isEmpty()) {
        warnings.add("themes/" + name + ".properties:" + (number + 1) + ": " + problem + ".");
      }
    }
  }

  private static String withoutComment(String line) {
    String bare = line.strip();
    return bare.startsWith("#") ? "" : bare;
  }

  private static Optional<String> base(List<String> lines) {
    return lines.stream()
        .map(ThemeReader::split)
        .filter(pair -> pair.length == 2 && pair[0].equals("base"))
        .map(pair -> pair[1])
        .findFirst();
  }

  private static String[] split(String line) {
    int equals = line.indexOf('=');
    return equals < 0
        ? new String[] {line}
        : new String[] {line.substring(0, equals).strip(), line.substring(equals + 1).strip()};
  }

  private static String line(String line, Map<ThemeRole, CellStyle> styles, boolean[] ascii, StyleParser parser) {
    String[] pair = split(line);
    if (line.isEmpty() || pair[0].equals("base")) {
      return "";
    }
    if (pair.length < 2) {
      return "no = in this line";
    }
    if (pair[0].equals("glyphs")) {
      if (!pair[1].equals("ascii") && !pair[1].equals("unicode")) {
        return "glyphs are ascii or unicode, not " + pair[1];
      }
      ascii[0] = pair[1].equals("ascii");
      return "";
    }
    Optional<ThemeRole> role = ThemeRole.parse(pair[0]);
    if (role.isEmpty()) {
      return "there is no role " + pair[0];
    }
    try {
      styles.put(role.get(), parser.parse(pair[1]));
      return "";
    } catch (IllegalArgumentException wrong) {
      return wrong.getMessage();
    }
  }
}
