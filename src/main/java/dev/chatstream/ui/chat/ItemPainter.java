package dev.chatstream.ui.chat;

import dev.chatstream.core.find.Span;
import dev.chatstream.core.input.Action;
import dev.chatstream.core.input.Phrase;
import dev.chatstream.term.CellStyle;
import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.Look;
import dev.chatstream.ui.gui.RowPainter;
import dev.chatstream.ui.keys.Context;
import dev.chatstream.ui.keys.Motion;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.text.Words;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import dev.chatstream.ui.widget.Columns;
import java.util.List;

/// Paints rows of the transcript: a margin, in which what is selected has a sign, and the text.
final class ItemPainter {

  /// The text's distance from the window's left edge.
  static final int INDENT = 2;

  private static final Phrase EMPTY = Phrase.of("Ask something below.")
      .then(Action.OPEN, "opens an earlier chat,")
      .then(Action.MODEL, "chooses the model.");
  private final Look look;

  ItemPainter(Look look) {
    this.look = look;
  }

  /// Paints the margin of a row.
  ///
  /// @return the first column of the text
  private int margin(boolean selected, RowPainter painter) {
    String sign = selected ? look.glyphs().mark() : " ";
    int at = painter.text(0, sign, look.style(selected ? ThemeRole.FOCUS : ThemeRole.TEXT));
    return painter.text(at, " ", look.style(ThemeRole.TEXT));
  }

  /// A row without anything.
  void blank(RowPainter painter) {
    painter.fill(0, look.style(ThemeRole.TEXT));
  }

  /// A line of what was said. One that goes on beyond the window has a sign there, at both of its ends.
  ///
  /// @param shift how many columns of it are out of sight at the left
  void said(Line line, ThemeRole text, int shift, boolean selected, RowPainter painter) {
    int at = margin(selected, painter);
    int hidden = shift;
    for (Line.Run run : line.runs()) {
      ThemeRole role = run.ink().role() == ThemeRole.TEXT ? text : run.ink().role();
      String shown = run.text();
      if (hidden > 0) {
        int width = DisplayWidth.of(shown);
        shown = width <= hidden ? "" : shown.substring(DisplayWidth.end(shown, hidden));
        hidden -= Math.min(hidden, width);
      }
      at = painter.text(at, shown, run.ink().over(look.style(role)));
    }
    painter.fill(at, look.style(ThemeRole.TEXT));
    CellStyle sign = look.style(ThemeRole.ACCENT);
    if (shift > 0 && !line.runs().isEmpty()) {
      painter.text(INDENT, look.glyphs().more(), sign);
    }
    if (INDENT + line.columns() - shift > painter.width()) {
      painter.text(painter.width() - 1, look.glyphs().more(), sign);
    }
  }

  /// Marks parts of a line that were looked for.
  ///
  /// @param shift how many columns of it are out of sight at the left
  void marks(Line line, List<Span> marks, int shift, RowPainter painter) {
    String text = line.text();
    for (Span mark : marks) {
      int column = DisplayWidth.of(text, 0, mark.start()) - shift;
      if (column >= 0) {
        painter.text(INDENT + column, text.substring(mark.start(), mark.end()), look.style(ThemeRole.MATCH));
      }
    }
  }

  /// Who speaks.
  ///
  /// @param room columns from the text's first one to the end of the note
  void heading(Item.Heading heading, int room, boolean selected, RowPainter painter) {
    int noteWidth = DisplayWidth.of(heading.note());
    String number = heading.number() > 0 ? heading.number() + " " : "";
    int left = Math.max(1, room - noteWidth - number.length() - 3);
    String name = Columns.cut(heading.name(), left, look.glyphs().more());
    int at = painter.text(margin(selected, painter), number, look.style(ThemeRole.DIM));
    at = painter.text(at, name, look.style(heading.role()));
    int gap = Math.max(1, room - at - noteWidth + 1);
    at = painter.text(at, " ".repeat(gap), look.style(ThemeRole.TEXT));
    painter.fill(painter.text(at, heading.note(), look.style(ThemeRole.DIM)), look.style(ThemeRole.TEXT));
  }

  /// The sign of a message that is marked for a list, in the margin of its heading.
  void mark(boolean marked, RowPainter painter) {
    if (marked) {
      painter.text(1, "*", look.style(ThemeRole.ACCENT));
    }
  }

  /// What was thought, in one line, and while it comes its last ones.
  ///
  /// @param number the row in the item
  /// @param focused whether the window has the keys
  /// @param current whether the key opens this one
  void thought(
      Item.Thought thought, int number, int width, boolean focused, boolean current, boolean selected,
      RowPainter painter) {
    CellStyle style = look.style(ThemeRole.THINKING);
    String words = "";
    if (number == 0) {
      words = thoughtWords(thought);
      if (current) {
        String key = focused ? look.keys().shown(Context.CHAT, Motion.THINKING) : look.keys().shown(Action.THINKING);
        words += " " + look.glyphs().dot() + " " + key + (thought.open() ? " folds" : " opens");
      }
    } else if (thought.coming()) {
      List<String> last = thought.last(width);
      words = number <= last.size() ? last.get(number - 1) : "";
    }
    boolean sign = selected && (number == 0 || thought.coming());
    int at = painter.text(margin(sign, painter), Columns.cut(words, width, look.glyphs().more()), style);
    painter.fill(at, look.style(ThemeRole.TEXT));
  }

  private static String thoughtWords(Item.Thought thought) {
    String time = thought.seconds() < 60 ? thought.seconds() + " s" : Words.span(thought.seconds());
    if (thought.coming()) {
      return "thinking " + time;
    }
    return thought.seconds() < 0 ? "thought before" : "thought for " + time;
  }

  /// What stands in an empty chat.
  void empty(int row, int width, RowPainter painter) {
    painter.fill(0, look.style(ThemeRole.TEXT));
    WrappedText words = WrappedText.of(look.words(EMPTY), width);
    if (row > 0 && row <= words.lines()) {
      painter.text(INDENT, words.line(row - 1), look.style(ThemeRole.PLACEHOLDER));
    }
  }
}
