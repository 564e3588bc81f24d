package dev.chatstream.ui.markdown;

import dev.chatstream.term.Sanitizer;
import java.util.ArrayList;
import java.util.List;

/// The lines of a section.
final class Layout {

  private Layout() {}

  static List<Line> of(Section section, CharSequence text, Page page) {
    String source = text.subSequence(section.start, section.end).toString();
    List<Line> lines = switch (section.kind) {
      case PLAIN -> Markdown.plain(source.stripTrailing(), page);
      case MARKDOWN -> Markdown.lines(Sanitizer.lines(source), page);
      case CODE -> code(section, text, source, page);
    };
    if (!section.gap) {
      return lines;
    }
    List<Line> withGap = new ArrayList<>(lines.size() + 1);
    withGap.add(Line.EMPTY);
    withGap.addAll(lines);
    return withGap;
  }

  private static List<Line> code(Section section, CharSequence text, String source, Page page) {
    Highlighter highlighter = section.before == null
        ? Highlighter.of(section.language)
        : highlighter(section.before, text).copy();
    List<Line> lines = new ArrayList<>();
    if (section.before == null && !section.language.isEmpty()) {
      lines.add(Line.of(section.language, Ink.DIM));
    }
    if (!source.isEmpty()) {
      lines.addAll(CodeLayout.of(source, highlighter, page));
    }
    section.setAfter(highlighter);
    return lines.isEmpty() ? List.of(Line.EMPTY) : lines;
  }

  /// How the code stands after this part. Parts that nobody looked at yet are gone through from the first one on.
  private static Highlighter highlighter(Section part, CharSequence text) {
    List<Section> unknown = new ArrayList<>();
    Section at = part;
    while (at != null && at.after() == null) {
      unknown.add(at);
      at = at.before;
    }
    Highlighter highlighter = at == null ? Highlighter.of(part.language) : at.after();
    for (Section next : unknown.reversed()) {
      highlighter = highlighter.copy();
      for (String line : text.subSequence(next.start, next.end).toString().split("\n", -1)) {
        highlighter.runs(line);
      }
      next.setAfter(highlighter);
    }
    return highlighter;
  }
}
