package dev.chatstream.ui.markdown;

import java.util.ArrayList;
import java.util.List;

/// Text that grows, cut into sections where each can be laid out by itself. What was cut stays cut, so a token costs
/// what its line costs, however long the text is; only what the last, unfinished line begins can still change.
///
/// A blank line and text at the left edge after it begin a section, for nothing but a fence of code reaches over both.
/// Headings and the entries of a list begin one without a blank line. Left out: a link whose address stands in another
/// section is shown as it was written.
public final class Sections {

  /// A section as long as this is cut, wherever that is: hostile text must not cost more than honest text.
  static final int LONGEST = 8 * 1024;

  private static final int CODE_LINES = 32;
  private static final int PLAIN_LINES = 32;

  private final boolean markdown;
  private final List<Section> sections = new ArrayList<>();
  private CharSequence text = "";
  private int lineStart;
  private boolean midLine;
  private boolean blank;
  private Fence fence;
  private Mark mark;

  /// How things stood before the unfinished line.
  private record Mark(int size, int end, int lineEnds, boolean blank, Fence fence) {}

  private Sections(boolean markdown) {
    this.markdown = markdown;
  }

  /// For text in which signs mean something.
  public static Sections markdown() {
    return new Sections(true);
  }

  /// For text that is shown as it is.
  public static Sections plain() {
    return new Sections(false);
  }

  /// How many sections there are.
  public int size() {
    return sections.size();
  }

  /// One of them.
  public Section get(int index) {
    return sections.get(index);
  }

  /// The text they are cut from.
  public CharSequence text() {
    return text;
  }

  /// What closes a block of code that the text leaves open; empty when it leaves none.
  public String openFence() {
    return fence == null ? "" : String.valueOf(fence.sign()).repeat(fence.length());
  }

  /// What was written from one section to another, both included; code without its fences.
  public String source(Section from, Section to) {
    String whole = text.subSequence(from.start, to.end).toString();
    boolean lineEnd = from.kind == Section.Kind.CODE && whole.endsWith("\n");
    return from.kind != Section.Kind.CODE
        ? whole.stripTrailing()
        : lineEnd ? whole.substring(0, whole.length() - 1) : whole;
  }

  /// Whether two neighbours are parts of one block: of the same code, the same list, a text that was too long.
  public static boolean oneBlock(CharSequence text, Section one, Section next) {
    if (next.kind != Section.Kind.MARKDOWN) {
      return next.kind == Section.Kind.CODE ? next.before == one : !next.gap && one.kind != Section.Kind.CODE;
    }
    boolean item = Marks.item(text, next.start, next.end);
    return one.kind == Section.Kind.MARKDOWN && (item ? Marks.item(text, one.start, one.end) : !next.gap);
  }

  /// Takes the text as it is now: what it was, with more at its end.
  ///
  /// @param whole whether nothing more will come
  /// @return the first section that may be new or changed
  public int grow(CharSequence grown, boolean whole) {
    text = grown;
    dropUnfinished();
    int first = Math.max(0, sections.size() - 1);
    while (lineStart < text.length()) {
      int end = lineEnd();
      if (end < 0) {
        break;
      }
      line(lineStart, end);
      midLine = text.charAt(end - 1) != '\n';
      lineStart = end;
    }
    if (lineStart < text.length()) {
      unfinished(whole);
    }
    return first;
  }

  /// The end of the next whole line, or of as much of it as a section takes; negative while it is unfinished.
  private int lineEnd() {
    int most = Math.min(text.length(), lineStart + LONGEST);
    for (int at = lineStart; at < most; at++) {
      if (text.charAt(at) == '\n') {
        return at + 1;
      }
    }
    if (text.length() - lineStart < LONGEST) {
      return -1;
    }
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  /// The last line counts as if it were whole, until there is more of it. Signs alone wait for what follows: a dash
  /// may begin an entry of a list, a rule, or make a heading of the line above.
  private void unfinished(boolean whole) {
    if (!whole && markdown && fence == null && !midLine && Marks.only(text, lineStart, text.length())) {
      return;
    }
    Section last = last();
    mark = new Mark(sections.size(), last == null ? 0 : last.end, last == null ? 0 : last.lineEnds, blank, fence);
    line(lineStart, text.length());
  }

  private void dropUnfinished() {
    if (mark == null) {
      return;
    }
    while (sections.size() > mark.size()) {
      sections.removeLast();
    }
    if (last() != null) {
      last().end = mark.end();
      last().lineEnds = mark.lineEnds();
    }
    blank = mark.blank();
    fence = mark.fence();
    mark = null;
  }

  private void line(int start, int end) {
    if (!markdown) {
      plainLine(start, end);
    } else if (fence != null) {
      codeLine(start, end);
    } else {
      markdownLine(start, end);
    }
  }

  private void plainLine(int start, int end) {
    Section last = last();
    if (last == null || last.lineEnds >= PLAIN_LINES || end - last.start > LONGEST) {
      last = begin(Section.Kind.PLAIN, false, start, "", null);
    }
    extend(last, end);
  }

  private void codeLine(int start, int end) {
    if (!midLine && fence.closedBy(text, start, end)) {
      fence = null;
      return;
    }
    Section last = last();
    boolean full = last.lineEnds >= CODE_LINES || end - last.start > LONGEST;
    extend(full ? begin(Section.Kind.CODE, false, start, last.language, last) : last, end);
  }

  private void markdownLine(int start, int end) {
    if (!midLine && blank(start, end)) {
      blank = true;
      return;
    }
    Fence opened = midLine ? null : Fence.openedBy(text, start, end);
    Section last = last();
    boolean inItem = last != null && last.kind == Section.Kind.MARKDOWN && Marks.item(text, last.start, last.end);
    if (opened != null && !(inItem && opened.indent() > 0)) {
      fence = opened;
      begin(Section.Kind.CODE, last != null, end, opened.language(), null);
    } else if (begins(last, inItem, start, end)) {
      extend(begin(midLine ? Section.Kind.PLAIN : Section.Kind.MARKDOWN, gap(last, start, end), start, "", null),
          end);
    } else {
      extend(last, end);
    }
    blank = false;
  }

  private boolean begins(Section last, boolean inItem, int start, int end) {
    if (last == null || last.kind == Section.Kind.CODE || end - last.start > LONGEST) {
      return true;
    }
    if (midLine || last.kind == Section.Kind.PLAIN) {
      return !midLine;
    }
    boolean left = text.charAt(start) != ' ' && text.charAt(start) != '\t';
    return left && (blank
        || Marks.heading(text, start, end)
        || Marks.heading(text, last.start, last.end)
        || (inItem ? Marks.item(text, start, end) : Marks.interrupting(text, start, end)));
  }

  private boolean gap(Section last, int start, int end) {
    if (last == null || midLine || blank) {
      return last != null && !midLine;
    }
    return !Marks.item(text, start, end) && !cut(last, end);
  }

  private static boolean cut(Section last, int end) {
    return last.kind == Section.Kind.MARKDOWN && end - last.start > LONGEST;
  }

  private boolean blank(int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Character.isWhitespace(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  private Section last() {
    return sections.isEmpty() ? null : sections.getLast();
  }

  private Section begin(Section.Kind kind, boolean gap, int start, String language, Section before) {
    Section section = new Section(kind, gap, start, language, before);
    sections.add(section);
    return section;
  }

  private static void extend(Section section, int end) {
    section.end = end;
    section.lineEnds++;
  }
}
