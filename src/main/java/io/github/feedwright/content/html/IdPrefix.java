package io.github.feedwright.content.html;

import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.text.XmlText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Prefixes ids, and the links to them, because an aggregator shows many posts on one page. */
final class IdPrefix {
  private IdPrefix() {}

  /** Records the ids of an element. */
  static void collect(Node node, CleaningContext page) {
    if (node instanceof Element element && element.attributesSize() > 0) {
      collect(element.attr("id"), page);
      if (element.nameIs("a")) {
        collect(element.attr("name"), page);
      }
    }
  }

  private static void collect(String id, CleaningContext page) {
    if (!id.isEmpty()) {
      page.ids().add(bare(id, page));
    }
  }

  private static String bare(String id, CleaningContext page) {
    return id.startsWith(page.prefix()) ? id.substring(page.prefix().length()) : id;
  }

  /** Prefixes an element's ids, and its link if it points to one of them. */
  static void apply(Element element, CleaningContext page) {
    if (element.attributesSize() == 0) {
      return;
    }
    prefix(element, "id", page);
    if (element.nameIs("a")) {
      prefix(element, "name", page);
      String href = element.attr("href");
      String target = page.urls().address() + "#";
      if (href.startsWith(target)) {
        String id = bare(PercentEncoding.decode(href.substring(target.length())), page);
        if (page.ids().contains(id)) {
          element.attr("href", target + PercentEncoding.query(page.prefix() + id));
        }
      }
    }
  }

  private static void prefix(Element element, String attribute, CleaningContext page) {
    String id = element.attr(attribute);
    if (!id.isEmpty()) {
      element.attr(attribute, page.prefix() + bare(XmlText.of(id), page));
    }
  }
}
