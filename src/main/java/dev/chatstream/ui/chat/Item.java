package dev.chatstream.ui.chat;

import dev.chatstream.ui.markdown.Line;
import dev.chatstream.ui.markdown.Page;
import dev.chatstream.ui.markdown.Section;
import dev.chatstream.ui.markdown.Sections;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.List;

/// A piece of the transcript: rows that belong together.
sealed interface Item {

  /// Rows it takes; an estimate until it is settled.
  int rows(Page page);

  /// Whether the number of rows is exact.
  boolean settled(Page page);

  /// Who speaks, above what they say; a blank row stands above all but the first.
  ///
  /// @param name who said it
  /// @param note what stands at the right
  record Heading(String name, ThemeRole role, String note, boolean first) implements Item {

    @Override
    public int rows(Page page) {
      return first ? 1 : 2;
    }

    @Override
    public boolean settled(Page page) {
      return true;
    }

    Heading noted(String newNote) {
      return new Heading(name, role, newNote, first);
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
}
