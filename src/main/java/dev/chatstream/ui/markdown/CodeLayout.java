package dev.chatstream.ui.markdown;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.term.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/// Code as lines: indented, its words coloured, broken where the page ends, or going on beyond it.
final class CodeLayout {

  private static final String INDENT = "  ";

  private CodeLayout() {}

  /// The lines of a whole block of code.
  static List<Line> of(String code, String language, Page page) {
    return of(code, Highlighter.of(language), page);
  }

  /// The lines of a part of a block; the highlighter knows how the part before it ended.
  static List<Line> of(String code, Highlighter highlighter, Page page) {
    List<Line> lines = new ArrayList<>();
    String harmless = Sanitizer.lines(code);
    String whole = harmless.endsWith("\n") ? harmless.substring(0, harmless.length() - 1) : harmless;
    int room = page.wraps() ? Math.max(1, page.width() - INDENT.length()) : Integer.MAX_VALUE;
    for (String line : whole.split("\n", -1)) {
      broken(highlighter.runs(line), room, lines);
    }
    return lines;
  }

  /// Code is broken anywhere: a space may count in it.
  private static void broken(List<Line.Run> runs, int room, List<Line> lines) {
    List<Line.Run> line = new ArrayList<>(List.of(new Line.Run(INDENT, Ink.TEXT)));
    int left = room;
    for (Line.Run run : runs) {
      String text = run.text();
      while (!text.isEmpty()) {
        int end = DisplayWidth.end(text, left);
        if (end == 0 && left == room) {
          end = Character.charCount(text.codePointAt(0));
        }
        line.add(new Line.Run(text.substring(0, end), run.ink()));
        left -= DisplayWidth.of(text.substring(0, end));
        text = text.substring(end);
        if (!text.isEmpty()) {
          lines.add(Line.of(line));
          line = new ArrayList<>(List.of(new Line.Run(INDENT, Ink.TEXT)));
          left = room;
        }
      }
    }
    lines.add(Line.of(line));
  }
}
