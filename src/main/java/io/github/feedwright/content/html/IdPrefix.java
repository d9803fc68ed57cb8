package io.github.feedwright.content.html;

import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.XmlText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Prefixes ids, and the links to them, because an aggregator shows many posts on one page. */
final class IdPrefix {
  private IdPrefix() {}

  /** Records the ids of an element. */
  static void collect(Node node, CleaningContext context) {
    if (node instanceof Element element && element.attributesSize() > 0) {
      collect(element.attr("id"), context);
      if (element.nameIs("a")) {
        collect(element.attr("name"), context);
      }
    }
  }

  private static void collect(String id, CleaningContext context) {
    if (!id.isEmpty()) {
      context.ids().add(bare(id, context));
    }
  }

  private static String bare(String id, CleaningContext context) {
    return id.startsWith(context.prefix()) ? id.substring(context.prefix().length()) : id;
  }

  /** Prefixes an element's ids, and its link if it points to one of them. */
  static void apply(Element element, CleaningContext context) {
    if (element.attributesSize() == 0) {
      return;
    }
    prefix(element, "id", context);
    if (element.nameIs("a")) {
      prefix(element, "name", context);
      String href = element.attr("href");
      String target = context.urls().address() + "#";
      if (href.startsWith(target)) {
        String id = bare(PercentEncoding.decode(href.substring(target.length())), context);
        if (context.ids().contains(id)) {
          element.attr("href", target + PercentEncoding.query(context.prefix() + id));
        }
      }
    }
  }

  private static void prefix(Element element, String attribute, CleaningContext context) {
    String id = element.attr(attribute);
    if (!id.isEmpty()) {
      element.attr(attribute, context.prefix() + bare(XmlText.of(id), context));
    }
  }
}
