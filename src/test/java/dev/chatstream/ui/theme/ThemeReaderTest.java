package dev.chatstream.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.chatstream.term.Attribute;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.Colour;
import dev.chatstream.term.ColourDepth;
import dev.chatstream.term.TerminalTraits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeReaderTest {

  private static final int WHITE = 0xE5E5E5;
  private static final int[] ANSI = {
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, WHITE,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF
  };

  /// Roles that stand beside each other and mean different things.
  private static final List<List<ThemeRole>> NEIGHBOURS = List.of(
      List.of(ThemeRole.USER, ThemeRole.ASSISTANT, ThemeRole.DIM),
      List.of(ThemeRole.TEXT, ThemeRole.DIM, ThemeRole.HEADING, ThemeRole.LINK, ThemeRole.MATCH),
      List.of(ThemeRole.CODE, ThemeRole.CODE_KEYWORD, ThemeRole.CODE_STRING, ThemeRole.CODE_COMMENT,
          ThemeRole.CODE_NUMBER),
      List.of(ThemeRole.INPUT, ThemeRole.PLACEHOLDER),
      List.of(ThemeRole.DIALOG, ThemeRole.SELECTION, ThemeRole.DIALOG_BORDER),
      List.of(ThemeRole.HINT, ThemeRole.ACCENT, ThemeRole.WARNING, ThemeRole.ERROR),
      List.of(ThemeRole.STATUS, ThemeRole.ERROR, ThemeRole.WARNING),
      List.of(ThemeRole.RULE, ThemeRole.FOCUS),
      List.of(ThemeRole.LOG_DEBUG, ThemeRole.LOG_INFO, ThemeRole.LOG_WARN, ThemeRole.LOG_ERROR));

  private final Map<String, String> files = new HashMap<>(Map.of("terminal", "text = default\n"));

  private ThemeReader reader(ColourDepth depth) {
    return new ThemeReader(new TerminalTraits(depth, true, true), name -> Optional.ofNullable(files.get(name)));
  }

  private static ThemeReader shipped(ColourDepth depth) {
    return new ThemeReader(new TerminalTraits(depth, true, true), ThemeReaderTest::file);
  }

  private static Optional<String> file(String name) {
    Path path = Path.of("themes", name + ".properties");
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> warnings(ThemeReader reader, String name) {
    reader.read(name);
    return reader.warnings();
  }

  @Test
  void aFileIsAPatchOverItsBase() {
    files.put("terminal", "text = white\nerror = red bold\n");
    files.put("mine", "base = terminal\nerror = #ff0000, 196, bright_red\n");
    Theme theme = reader(ColourDepth.TRUE_COLOUR).read("mine");
    assertEquals("mine", theme.name());
    assertEquals(CellStyle.PLAIN.in(Colour.ansi(7)), theme.style(ThemeRole.TEXT));
    assertEquals(CellStyle.PLAIN.in(Colour.rgb(255, 0, 0)), theme.style(ThemeRole.ERROR));
    assertEquals(
        CellStyle.PLAIN.in(Colour.indexed(196)),
        reader(ColourDepth.TWO_FIFTY_SIX).read("mine").style(ThemeRole.ERROR));
    assertEquals(
        CellStyle.PLAIN.in(Colour.ansi(9)), reader(ColourDepth.SIXTEEN).read("mine").style(ThemeRole.ERROR));
  }

  @Test
  void aRoleMayNameARoleThatStandsBefore() {
    files.put("mine", "accent = cyan\nselection = black on accent bold underline\n");
    CellStyle style = reader(ColourDepth.SIXTEEN).read("mine").style(ThemeRole.SELECTION);
    assertEquals(Colour.ansi(6), style.background());
    assertTrue(style.has(Attribute.BOLD) && style.has(Attribute.UNDERLINE));
  }

  @Test
  void whatIsWrongIsToldWithItsLineAndTheBaseStays() {
    files.put("terminal", "text = white\nerror = red\n");
    files.put("mine", """
        # a comment
        base = terminal
        text = mauve
        nonsense
        banner = red
        error = #12345
        warning = 300
        accent = #-12345
        glyphs = runes
        """);
    ThemeReader reader = reader(ColourDepth.TRUE_COLOUR);
    Theme theme = reader.read("mine");
    assertEquals(
        List.of(
            "themes/mine.properties:3: mauve is no colour.",
            "themes/mine.properties:4: no = in this line.",
            "themes/mine.properties:5: there is no role banner.",
            "themes/mine.properties:6: #12345 is no colour.",
            "themes/mine.properties:7: 300 is no colour.",
            "themes/mine.properties:8: #-12345 is no colour.",
            "themes/mine.properties:9: glyphs are ascii or unicode, not runes."),
        reader.warnings());
    assertEquals(CellStyle.PLAIN.in(Colour.ansi(7)), theme.style(ThemeRole.TEXT));
    assertEquals(CellStyle.PLAIN.in(Colour.ansi(1)), theme.style(ThemeRole.ERROR));
  }

  @Test
  void noClassIsEverLoadedByAName() {
    files.put("mine", "text = java.lang.Runtime\nclass = dev.chatstream.Main\n");
    assertEquals(
        List.of(
            "themes/mine.properties:1: java.lang.runtime is no colour.",
            "themes/mine.properties:2: there is no role class."),
        warnings(reader(ColourDepth.SIXTEEN), "mine"));
  }

  @Test
  void aThemeThatIsNotThereAndACircleOfBasesAreSaid() {
    files.put("one", "base = two\n");
    files.put("two", "base = one\n");
    assertEquals(List.of("There is no theme gone."), warnings(reader(ColourDepth.SIXTEEN), "gone"));
    assertEquals(1, warnings(reader(ColourDepth.SIXTEEN), "one").size());
  }

  @Test
  void linesAreUnicodeUnlessTheTerminalOrTheThemeSaysOtherwise() {
    files.put("plain", "glyphs = ascii\n");
    files.put("rich", "base = plain\nglyphs = unicode\n");
    assertEquals(Glyphs.ASCII, reader(ColourDepth.SIXTEEN).read("plain").glyphs());
    assertEquals(Glyphs.UNICODE, reader(ColourDepth.SIXTEEN).read("rich").glyphs());
    TerminalTraits latin = new TerminalTraits(ColourDepth.SIXTEEN, false, true);
    assertEquals(Glyphs.ASCII,
        new ThemeReader(latin, name -> Optional.ofNullable(files.get(name))).read("rich").glyphs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal", "dark", "light", "contrast", "mono"})
  void everyShippedThemeIsWithoutWarningsAtEveryDepth(String name) {
    for (ColourDepth depth : ColourDepth.values()) {
      assertEquals(List.of(), warnings(shipped(depth), name));
    }
  }

  @ParameterizedTest
  @EnumSource(ThemeRole.class)
  void monoHasNoColour(ThemeRole role) {
    CellStyle style = shipped(ColourDepth.TRUE_COLOUR).read("mono").style(role);
    assertEquals(Colour.DEFAULT, style.foreground());
    assertEquals(Colour.DEFAULT, style.background());
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal", "dark", "light", "contrast", "mono"})
  void whatIsSelectedOrWrongStandsOut(String name) {
    Theme theme = shipped(ColourDepth.SIXTEEN).read(name);
    assertNotEquals(theme.style(ThemeRole.DIALOG), theme.style(ThemeRole.SELECTION));
    assertNotEquals(theme.style(ThemeRole.STATUS), theme.style(ThemeRole.ERROR));
    assertNotEquals(theme.style(ThemeRole.RULE), theme.style(ThemeRole.FOCUS));
  }

  @ParameterizedTest
  @EnumSource(ThemeRole.class)
  void contrastIsSevenToOneEverywhere(ThemeRole role) {
    CellStyle style = shipped(ColourDepth.TRUE_COLOUR).read("contrast").style(role);
    assertFalse(style.foreground().equals(Colour.DEFAULT) || style.background().equals(Colour.DEFAULT));
    assertTrue(ratio(style) >= 7, () -> role + " has " + ratio(style));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "light"})
  void textOfTheOthersIsReadable(String name) {
    Theme theme = shipped(ColourDepth.TRUE_COLOUR).read(name);
    for (ThemeRole role : ThemeRole.values()) {
      double least = role == ThemeRole.RULE ? 2 : 4.5;
      assertTrue(ratio(theme.style(role)) >= least, () -> role + " has " + ratio(theme.style(role)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal", "dark", "light", "contrast"})
  void inSixteenColoursNothingHidesAndNeighboursDiffer(String name) {
    Theme theme = shipped(ColourDepth.SIXTEEN).read(name);
    for (ThemeRole role : ThemeRole.values()) {
      CellStyle style = theme.style(role);
      boolean seen = style.foreground().equals(Colour.DEFAULT) || !style.foreground().equals(style.background());
      assertTrue(seen, () -> role + " in " + name);
    }
    for (List<ThemeRole> neighbours : NEIGHBOURS) {
      long different = neighbours.stream().map(theme::style).distinct().count();
      assertEquals(neighbours.size(), different, () -> neighbours + " in " + name);
    }
  }

  /// WCAG 2.2, contrast ratio.
  private static double ratio(CellStyle style) {
    double front = luminance(rgb(style.foreground()));
    double back = luminance(rgb(style.background()));
    return (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
  }

  private static int rgb(Colour colour) {
    return colour.kind() == Colour.Kind.RGB ? colour.value() : ANSI[colour.value()];
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
