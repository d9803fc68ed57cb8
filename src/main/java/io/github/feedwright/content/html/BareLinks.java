package io.github.feedwright.content.html;

import io.github.feedwright.content.url.BareAddress;
import io.github.feedwright.text.Url;
import io.github.feedwright.text.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns addresses in the text into links, as GitHub does. This is done here because the Markdown
 * parser's extension for it tripled the time that a post takes.
 */
public final class BareLinks {
  private static final Set<String> NOT_IN =
      Set.of("a", "code", "pre", "kbd", "samp", "tt", "script", "style", "textarea", "button");

  /**
   * A character within an address that is not one, such as that of a macro of TeX. XML does not
   * have it, so it is never published.
   */
  public static final char BREAK = '\uffff';

  private BareLinks() {}

  /**
   * Splits a text node at its addresses.
   *
   * @param written its text as it was written; it may hold {@link #BREAK}
   * @param text its text as it is published
   */
  static void link(TextNode node, String written, String text, CleaningContext context) {
    Element parent = node.parentElement();
    if (BareAddress.next(text, 0) != null && parent != null && !isIn(node)) {
      context.spendOnChange(node);
      int index = node.siblingIndex();
      node.remove();
      List<Node> nodes = new ArrayList<>();
      for (String part : written.split(String.valueOf(BREAK), -1)) {
        split(XmlText.of(part), nodes);
      }
      parent.insertChildren(index, nodes);
    }
  }

  private static void split(String text, List<Node> nodes) {
    int from = 0;
    for (BareAddress each = BareAddress.next(text, 0);
        each != null;
        each = BareAddress.next(text, from)) {
      add(nodes, text.substring(from, each.start()));
      nodes.add(link(text.substring(each.start(), each.end()), each.prefix()));
      from = each.end();
    }
    add(nodes, text.substring(from));
  }

  private static void add(List<Node> nodes, String text) {
    if (!text.isEmpty()) {
      nodes.add(new TextNode(text));
    }
  }

  private static Node link(String shown, String prefix) {
    String href = Url.parse(prefix + shown).canonical();
    TextNode label = new TextNode(shown);
    return href == null ? label : new Element("a").attr("href", href).appendChild(label);
  }

  private static boolean isIn(TextNode node) {
    for (@Nullable Element at = node.parentElement(); at != null; at = at.parent()) {
      if (NOT_IN.contains(at.normalName())) {
        return true;
      }
    }
    return false;
  }
}
