package dev.chatstream.ui.markdown;

import dev.chatstream.ui.theme.ThemeRole;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/// The text inside a block. A line end stays one: models break lines where they mean it, and verses are no paragraph.
final class InlineLayout extends AbstractVisitor {

  private final InkedText out = new InkedText();
  private Ink ink;

  private InlineLayout(Ink ink) {
    this.ink = ink;
  }

  /// The text of all children of a block.
  static InkedText of(Node block, Ink ink) {
    InlineLayout layout = new InlineLayout(ink);
    layout.visitChildren(block);
    return layout.out;
  }

  @Override
  public void visit(Text text) {
    out.append(text.getLiteral(), ink);
  }

  @Override
  public void visit(Code code) {
    out.append(code.getLiteral(), ink.as(ThemeRole.CODE));
  }

  @Override
  public void visit(HtmlInline html) {
    out.append(html.getLiteral(), ink.as(ThemeRole.DIM));
  }

  @Override
  public void visit(SoftLineBreak lineEnd) {
    out.append("\n", ink);
  }

  @Override
  public void visit(HardLineBreak lineEnd) {
    out.append("\n", ink);
  }

  @Override
  public void visit(Emphasis emphasis) {
    within(emphasis, ink.stressed());
  }

  @Override
  public void visit(StrongEmphasis strong) {
    within(strong, ink.stronger());
  }

  /// The words, and the address after them where it says more than they do: what a link leads to is always seen.
  @Override
  public void visit(Link link) {
    String words = of(link, ink).wrapped(Integer.MAX_VALUE).getFirst().text();
    within(link, ink.as(ThemeRole.LINK));
    if (!words.equals(link.getDestination())) {
      out.append(" (" + link.getDestination() + ")", ink.as(ThemeRole.DIM));
    }
  }

  @Override
  public void visit(Image image) {
    out.append("[", ink.as(ThemeRole.DIM));
    within(image, ink);
    out.append("] (" + image.getDestination() + ")", ink.as(ThemeRole.DIM));
  }

  @Override
  public void visit(CustomNode node) {
    within(node, node instanceof Strikethrough ? ink.struckOut() : ink);
  }

  private void within(Node node, Ink inside) {
    Ink outside = ink;
    ink = inside;
    visitChildren(node);
    ink = outside;
  }
}
