package io.github.feedwright.content.html;

import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Removes elements in places where they mean nothing. Parsers disagree on which open elements they
 * close there, and the validator's parser complains.
 */
final class MisplacedElements {
  private static final Set<String> RUBY = Set.of("ruby");
  private static final Set<String> DEFINITIONS = Set.of("dl");
  private static final Set<String> LISTS = Set.of("ul", "ol", "menu", "dir");

  private static final Map<String, Set<String>> PARENTS =
      Map.of("rt", RUBY, "rp", RUBY, "dt", DEFINITIONS, "dd", DEFINITIONS, "li", LISTS);

  private MisplacedElements() {}

  /**
   * Unwraps a ruby text outside of a ruby element, and a list item directly inside another item.
   */
  static void unwrap(Element element, CleaningContext context) {
    Set<String> parents = PARENTS.get(element.normalName());
    Element parent = element.parent();
    if (parents != null
        && parent != null
        && !parents.contains(parent.normalName())
        && (parents.equals(RUBY) || isWithinItem(parent, parents))) {
      context.spendOnChange(element);
      element.unwrap();
    }
  }

  private static boolean isWithinItem(@Nullable Element from, Set<String> lists) {
    for (Element at = from; at != null && !lists.contains(at.normalName()); at = at.parent()) {
      if (lists.equals(PARENTS.get(at.normalName()))) {
        return true;
      }
    }
    return false;
  }
}
