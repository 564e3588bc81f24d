package dev.chatstream.ui.theme;

import dev.chatstream.term.CellStyle;
import java.util.EnumMap;
import java.util.Map;

/// How each role looks, resolved once; looking a style up costs nothing.
public final class Theme {

  private final String name;
  private final Glyphs glyphs;
  private final Map<ThemeRole, CellStyle> styles;

  Theme(String name, Glyphs glyphs, Map<ThemeRole, CellStyle> styles) {
    this.name = name;
    this.glyphs = glyphs;
    this.styles = new EnumMap<>(styles);
    for (ThemeRole role : ThemeRole.values()) {
      this.styles.putIfAbsent(role, CellStyle.PLAIN);
    }
  }

  /// Its name: that of its file.
  public String name() {
    return name;
  }

  /// The lines and bars that it draws with.
  public Glyphs glyphs() {
    return glyphs;
  }

  /// How this role looks.
  public CellStyle style(ThemeRole role) {
    return styles.get(role);
  }
}
