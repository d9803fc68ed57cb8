package io.github.feedwright.content.html;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Images whose address is in another attribute, for a script that feed readers do not run. */
final class LazyImages {
  private static final Map<String, List<String>> WAITING =
      Map.of(
          "src", List.of("data-src", "data-lazy-src", "data-original"),
          "srcset", List.of("data-srcset", "data-lazy-srcset"),
          "poster", List.of("data-poster"));

  private LazyImages() {}

  /** Puts the address where it belongs. */
  static void restore(Element element) {
    if (element.nameIs("img") || element.nameIs("source") || element.nameIs("video")) {
      WAITING.forEach((attribute, sources) -> restore(element, attribute, sources));
    }
  }

  private static void restore(Element element, String attribute, List<String> sources) {
    for (String source : sources) {
      String value = element.attr(source).strip();
      if (!value.isEmpty()) {
        element.attr(attribute, value);
        sources.forEach(element::removeAttr);
        return;
      }
    }
  }

  /** Shows the content of {@code noscript}, unless the image before it shows the same. */
  static void unwrapFallback(Element noscript, CleaningContext context) {
    Element before = noscript.previousElementSibling();
    Element image = context.first(noscript, each -> each.nameIs("img"));
    if (before != null && before.nameIs("img") && image != null) {
      noscript.remove();
    } else {
      noscript.unwrap();
    }
  }
}
