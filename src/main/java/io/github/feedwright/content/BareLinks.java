package io.github.feedwright.content;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes links of addresses in the text, as GitHub does. Done here rather than in the Markdown
 * parser, whose extension for it tripled the time that a post takes.
 */
final class BareLinks {
  private static final Set<String> NOT_IN =
      Set.of("a", "code", "pre", "kbd", "samp", "tt", "script", "style", "textarea", "button");

  private BareLinks() {}

  /** Splits a text node at its addresses. */
  static void link(TextNode node, String text) {
    int from = 0;
    Address address = Address.next(text, from);
    if (address == null || isIn(node)) {
      return;
    }
    while (address != null) {
      String before = text.substring(from, address.start());
      if (!before.isEmpty()) {
        node.before(new TextNode(before));
      }
      String shown = text.substring(address.start(), address.end());
      Url url = Url.parse(address.prefix() + shown);
      String href = url.canonical();
      TextNode label = new TextNode(shown);
      node.before(href == null ? label : new Element("a").attr("href", href).appendChild(label));
      from = address.end();
      address = Address.next(text, from);
    }
    if (from < text.length()) {
      node.text(text.substring(from));
    } else {
      node.remove();
    }
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
