package dev.chatstream.ui.chat;

import dev.chatstream.term.Sanitizer;
import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.markdown.Section;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.text.WrappedText;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;

/// A piece of the transcript: rows that belong together.
sealed interface Item {

  /// Rows it takes; an estimate until it is settled.
  int rows(Page page);

  /// Whether the number of rows is exact.
  default boolean settled(Page page) {
    return true;
  }

  /// Who speaks, above what they say; a blank row stands above all but the first.
  ///
  /// @param number of the message on its path, from 1; 0 for what is no message yet
  /// @param name who said it
  /// @param note what stands at the right
  record Heading(int number, String name, ThemeRole role, String note, boolean first) implements Item {

    @Override
    public int rows(Page page) {
      return first ? 1 : 2;
    }

    Heading noted(String newNote) {
      return new Heading(number, name, role, newNote, first);
    }
  }

  /// A section of what was said.
  ///
  /// @param role how plain text in it looks
  record Said(Sections text, Section section, ThemeRole role) implements Item {

    @Override
    public int rows(Page page) {
      return section.rows(page);
    }

    @Override
    public boolean settled(Page page) {
      return section.settled(page);
    }

    List<Line> lines(Page page) {
      return section.lines(text.text(), page);
    }
  }

  /// One line in the place of what a model thought before it answered. While it comes folded, its last lines stand
  /// below.
  ///
  /// @param message which message's
  /// @param text what was thought, as far as it came
  /// @param seconds how long; negative when nobody measured it
  record Thought(int message, CharSequence text, long seconds, boolean coming, boolean open) implements Item {

    private static final int LAST_LINES = 2;
    /// A line without an end is looked at from so many characters before its end on, in steps of the same, so that it
    /// does not flow with each token.
    private static final int STEP = 1_000;

    @Override
    public int rows(Page page) {
      return 1 + (open ? 0 : coming ? LAST_LINES : 1);
    }

    /// The last lines of what came.
    List<String> last(int width) {
      int end = text.length();
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      int least = Math.max(0, (end / STEP - 1) * STEP);
      int from = end;
      for (int ends = 0; from > least; from--) {
        if (text.charAt(from - 1) == '\n' && ++ends == LAST_LINES) {
          break;
        }
      }
      WrappedText lines = WrappedText.of(Sanitizer.lines(text.subSequence(from, end).toString()), width);
      List<String> last = new ArrayList<>();
      for (int i = Math.max(0, lines.lines() - LAST_LINES); i < lines.lines(); i++) {
        last.add(lines.line(i));
      }
      return last;
    }
  }

  /// A row without anything.
  record Blank() implements Item {

    @Override
    public int rows(Page page) {
      return 1;
    }
  }
}
