package dev.chatstream.ui.markdown;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// Markdown as HTML for a page of its own. Text from a model is hostile: HTML in it is shown and not obeyed, addresses
/// lead to the web or to mail only, and an image is a link, so that opening the page asks nobody for anything.
public final class HtmlText {

  private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
      .extensions(Markdown.EXTENSIONS)
      .escapeHtml(true)
      .sanitizeUrls(true)
      .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
      .nodeRendererFactory(ImageLink::new)
      .build();

  private HtmlText() {}

  /// Markdown as blocks of HTML.
  public static String of(String markdown) {
    try {
      return RENDERER.render(Markdown.parse(markdown));
    } catch (IllegalArgumentException tooManyCells) {
      return plain(markdown);
    }
  }

  /// Text in which no sign means anything, as one block.
  public static String plain(String text) {
    return "<pre class=\"plain\">" + escaped(text) + "</pre>\n";
  }

  /// Text within a block or an attribute.
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private record ImageLink(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      String address = context.urlSanitizer().sanitizeLinkUrl(((Image) node).getDestination());
      HtmlWriter out = context.getWriter();
      out.tag("a", Map.of("href", context.encodeUrl(address), "rel", "nofollow"));
      out.text("[image] ");
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      out.tag("/a");
    }
  }
}
