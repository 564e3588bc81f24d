package dev.chatstream.ui.markdown;

import java.util.List;

/// A piece of a text that is laid out by itself: a paragraph, an entry of a list, some lines of code. Until somebody
/// looks at it, how many rows it takes is only estimated, so that a text of any length costs nothing but its
/// characters.
public final class Section {

  /// How it is read.
  enum Kind {
    /// Text in which no sign means anything.
    PLAIN,
    /// Whole blocks of Markdown.
    MARKDOWN,
    /// Lines of code, without the fences around them.
    CODE
  }

  final Kind kind;
  final boolean gap;
  final int start;
  final String language;
  /// The part of the same code before this one; null in front of the first.
  final Section before;
  int end;
  int lineEnds;

  private Page page;
  private int rows;
  private List<Line> lines;
  private int laidOutTo;
  private Highlighter after;

  /// @param gap whether a blank row stands above it
  Section(Kind kind, boolean gap, int start, String language, Section before) {
    this.kind = kind;
    this.gap = gap;
    this.start = start;
    this.end = start;
    this.language = language;
    this.before = before;
  }

  /// Whether a blank row stands above it.
  public boolean gap() {
    return gap;
  }

  /// Whether it is code without the fences around it.
  public boolean isCode() {
    return kind == Kind.CODE;
  }

  /// Whether this place in the text belongs to it.
  public boolean holds(int place) {
    return place >= start && place < end;
  }

  /// Whether its rows are known for this page, not only estimated.
  public boolean settled(Page wanted) {
    return page != null && page.sameAs(wanted) && laidOutTo == end;
  }

  /// Rows it takes, the blank one above it included; an estimate until it is settled.
  public int rows(Page wanted) {
    if (page != null && page.sameAs(wanted)) {
      return rows;
    }
    int broken = kind == Kind.CODE ? 0 : (end - start) / wanted.width();
    return Math.max(1, lineEnds + broken) + (gap ? 1 : 0);
  }

  /// The lines, the blank one above included; laid out now if they aren't.
  public List<Line> lines(CharSequence text, Page wanted) {
    if (lines == null || !settled(wanted)) {
      page = wanted;
      lines = Layout.of(this, text, wanted);
      rows = lines.size();
      laidOutTo = end;
    }
    return lines;
  }

  /// Lets the lines go; how many they are stays known.
  public void forget() {
    lines = null;
  }

  /// How the code ended, for the part that goes on; null when this part was never laid out.
  Highlighter after() {
    return after;
  }

  void setAfter(Highlighter highlighter) {
    after = highlighter;
  }
}
