package dev.chatstream.ui.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// Markdown as lines: CommonMark with GitHub's tables, task lists and struck text, read by commonmark-java. Nesting and
/// the cells of a table are bounded, for text from a model is hostile until shown otherwise.
final class Markdown {

  static final int DEEPEST = 40;
  private static final int MOST_CELLS = 10_000;

  static final List<Extension> EXTENSIONS = List.of(
      TablesExtension.builder().maxCells(MOST_CELLS).build(),
      StrikethroughExtension.create(),
      TaskListItemsExtension.create());

  private static final Parser PARSER = Parser.builder()
      .extensions(EXTENSIONS)
      .maxOpenBlockParsers(DEEPEST)
      .maxInlineNesting(DEEPEST)
      .build();

  private Markdown() {}

  /// A document.
  ///
  /// @throws IllegalArgumentException when a table in it has too many cells
  static Node parse(String source) {
    return PARSER.parse(source);
  }

  /// The lines of some whole blocks.
  static List<Line> lines(String source, Page page) {
    try {
      return BlockLayout.of(PARSER.parse(source), page);
    } catch (IllegalArgumentException tooManyCells) {
      return plain(source, page);
    }
  }

  /// The lines of text in which no sign means anything.
  static List<Line> plain(String text, Page page) {
    InkedText inked = new InkedText();
    inked.append(text, Ink.TEXT);
    return inked.wrapped(page.width());
  }
}
