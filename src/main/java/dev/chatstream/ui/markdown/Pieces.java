package dev.chatstream.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A text cut into the pieces that it is made of, each as it was written.
public final class Pieces {

  /// A longer text is one piece: nobody looks through its parts, in characters.
  static final int LONGEST = 2_000_000;

  private static final Parser PARSER = Parser.builder()
      .extensions(Markdown.EXTENSIONS)
      .includeSourceSpans(IncludeSourceSpans.BLOCKS)
      .maxOpenBlockParsers(Markdown.DEEPEST)
      .maxInlineNesting(Markdown.DEEPEST)
      .build();

  private Pieces() {}

  /// Its paragraphs: also a list, a table or some code is one. A heading goes with what follows it. Put together they
  /// are the whole text, but for blanks between them.
  public static List<String> paragraphs(String text) {
    Node document = parse(text);
    List<Integer> starts = new ArrayList<>();
    boolean afterHeading = false;
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (!block.getSourceSpans().isEmpty()) {
        if (!afterHeading) {
          starts.add(starts.isEmpty() ? 0 : lineStart(text, block.getSourceSpans().getFirst().getInputIndex()));
        }
        afterHeading = block instanceof Heading;
      }
    }
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      add(text.substring(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length()), pieces);
    }
    if (starts.isEmpty()) {
      add(text, pieces);
    }
    return pieces;
  }

  /// The entries of its lists, without their signs.
  ///
  /// @param nested whether entries within entries stand by themselves; else each stays with the one around it
  public static List<String> items(String text, boolean nested) {
    List<String> pieces = new ArrayList<>();
    parse(text).accept(new AbstractVisitor() {
      @Override
      public void visit(ListItem item) {
        add(words(text, item, nested), pieces);
        if (nested) {
          visitChildren(item);
        }
      }
    });
    return pieces;
  }

  /// Whether a list stands within another one.
  public static boolean nests(String text) {
    return items(text, true).size() > items(text, false).size();
  }

  /// Its blocks of code, without their fences.
  public static List<String> code(String text) {
    List<String> pieces = new ArrayList<>();
    parse(text).accept(new AbstractVisitor() {
      @Override
      public void visit(FencedCodeBlock code) {
        add(code.getLiteral(), pieces);
      }

      @Override
      public void visit(IndentedCodeBlock code) {
        add(code.getLiteral(), pieces);
      }
    });
    return pieces;
  }

  private static Node parse(String text) {
    try {
      return PARSER.parse(text.length() > LONGEST ? "" : text);
    } catch (IllegalArgumentException tooManyCells) {
      return PARSER.parse("");
    }
  }

  /// The lines of an entry from where its text begins; what is nested keeps the space before it.
  private static String words(String text, ListItem item, boolean own) {
    StringBuilder words = new StringBuilder();
    int line = -1;
    for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
      if (own && child instanceof ListBlock) {
        continue;
      }
      for (SourceSpan span : child.getSourceSpans()) {
        if (line >= 0) {
          words.append(span.getLineIndex() > line + 1 ? "\n\n" : "\n");
        }
        line = span.getLineIndex();
        words.append(text, span.getInputIndex(), span.getInputIndex() + span.getLength());
      }
    }
    return box(words.toString());
  }

  /// Without the box of a list that can be ticked.
  private static String box(String words) {
    boolean box = words.length() > 3 && words.charAt(0) == '[' && words.charAt(2) == ']'
        && " xX".indexOf(words.charAt(1)) >= 0 && Character.isWhitespace(words.charAt(3));
    return box ? words.substring(4) : words;
  }

  private static int lineStart(String text, int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  private static void add(String piece, List<String> pieces) {
    if (!piece.isBlank()) {
      int start = 0;
      // Blank lines go; the space before the first word may mean something.
      for (int at = 0; Character.isWhitespace(piece.charAt(at)); at++) {
        start = piece.charAt(at) == '\n' ? at + 1 : start;
      }
      pieces.add(piece.substring(start).stripTrailing());
    }
  }
}
