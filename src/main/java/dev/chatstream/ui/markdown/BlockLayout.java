package dev.chatstream.ui.markdown;

import dev.chatstream.term.DisplayWidth;
import dev.chatstream.ui.theme.ThemeRole;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/// Blocks as lines, one below the other. What stands at the left of a nested block (a quote's sign, the space below a
/// list's sign) is put before each of its lines.
final class BlockLayout extends AbstractVisitor {

  private final List<Line> out = new ArrayList<>();
  private final Page page;
  private Line first = Line.EMPTY;
  private Line rest = Line.EMPTY;

  private BlockLayout(Page page) {
    this.page = page;
  }

  /// The lines of a document.
  static List<Line> of(Node document, Page page) {
    BlockLayout layout = new BlockLayout(page);
    layout.visitChildren(document);
    return layout.out;
  }

  @Override
  protected void visitChildren(Node parent) {
    boolean close = parent instanceof ListBlock list && list.isTight()
        || parent.getParent() instanceof ListBlock around && around.isTight();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child != parent.getFirstChild() && child instanceof Block && !close) {
        out.add(rest);
      }
      child.accept(this);
    }
  }

  @Override
  public void visit(Paragraph paragraph) {
    put(InlineLayout.of(paragraph, Ink.TEXT));
  }

  /// With its signs: they tell the level where there are no colours, and copied text stays Markdown.
  @Override
  public void visit(Heading heading) {
    InkedText text = new InkedText();
    text.append("#".repeat(heading.getLevel()) + " ", Ink.DIM);
    InkedText words = InlineLayout.of(heading, Ink.of(ThemeRole.HEADING));
    within(text.wrapped(Integer.MAX_VALUE).getFirst(), () -> put(words));
  }

  @Override
  public void visit(ThematicBreak rule) {
    put(Line.of(page.glyphs().line(Math.min(room(), 40)), Ink.of(ThemeRole.RULE)));
  }

  @Override
  public void visit(BlockQuote quote) {
    Line sign = Line.of("> ", Ink.DIM);
    nested(sign, sign, () -> visitChildren(quote));
  }

  @Override
  public void visit(BulletList list) {
    String sign = page.glyphs().bullet() + " ";
    list(list, item -> sign);
  }

  @Override
  public void visit(OrderedList list) {
    int start = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
    String delimiter = list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter();
    int count = 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      count++;
    }
    int digits = String.valueOf((long) start + count - 1).length();
    list(list, item -> " ".repeat(digits - String.valueOf((long) start + item).length())
        + ((long) start + item) + delimiter + " ");
  }

  @Override
  public void visit(FencedCodeBlock code) {
    String language = Languages.name(code.getInfo());
    if (!language.isEmpty()) {
      put(Line.of(language, Ink.DIM));
    }
    put(CodeLayout.of(code.getLiteral(), language, page.without(room(rest))));
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    put(CodeLayout.of(code.getLiteral(), "", page.without(room(rest))));
  }

  @Override
  public void visit(HtmlBlock html) {
    InkedText text = new InkedText();
    text.append(html.getLiteral(), Ink.DIM);
    put(text);
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock table) {
      put(TableLayout.of(table, new Page(room(), page.glyphs(), page.wraps())));
    } else {
      visitChildren(block);
    }
  }

  private interface Sign {
    String of(int item);
  }

  private void list(ListBlock list, Sign sign) {
    boolean close = list.isTight();
    int number = 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (number > 0 && !close) {
        out.add(rest);
      }
      String text = sign.of(number++) + box(item);
      Node here = item;
      int before = out.size();
      nested(Line.of(text, Ink.of(ThemeRole.ACCENT)), Line.of(" ".repeat(text.length()), Ink.TEXT),
          () -> visitChildren(here));
      if (out.size() == before) {
        put(Line.of(text, Ink.of(ThemeRole.ACCENT)));
      }
    }
  }

  private static String box(Node item) {
    return item.getFirstChild() instanceof TaskListItemMarker marker ? marker.isChecked() ? "[x] " : "[ ] " : "";
  }

  private void nested(Line firstSign, Line restSign, Runnable inside) {
    if (room() - DisplayWidth.of(firstSign.text()) < Page.NARROWEST) {
      inside.run();
      return;
    }
    Line outerRest = rest;
    first = first.plus(firstSign);
    rest = rest.plus(restSign);
    inside.run();
    rest = outerRest;
    first = rest;
  }

  private void within(Line sign, Runnable inside) {
    nested(sign, Line.of(" ".repeat(sign.text().length()), Ink.TEXT), inside);
  }

  private void put(InkedText text) {
    put(text.wrapped(room()));
  }

  private void put(List<Line> lines) {
    lines.forEach(this::put);
  }

  private void put(Line line) {
    out.add(first.plus(line));
    first = rest;
  }

  private int room() {
    return Math.max(1, page.width() - room(rest));
  }

  private static int room(Line sign) {
    return DisplayWidth.of(sign.text());
  }
}
