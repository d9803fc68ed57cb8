package io.github.feedwright.content.html;

import io.github.feedwright.content.limit.Budget;
import io.github.feedwright.content.limit.TooCostly;
import io.github.feedwright.content.source.ContentProblems;
import io.github.feedwright.content.url.UrlResolver;
import io.github.feedwright.settings.LimitSettings;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * Everything that cleaning the HTML of one post needs.
 *
 * @param urls resolves its URLs
 * @param problems collects problems
 * @param trusted whether its HTML is published unchanged
 * @param limits the limits on its size
 * @param prefix the prefix of its ids, so that the ids of two posts on one page differ
 * @param ids the ids, without the prefix, that were found so far
 * @param budget how much work is allowed
 */
public record CleaningContext(
    UrlResolver urls,
    ContentProblems problems,
    boolean trusted,
    LimitSettings limits,
    String prefix,
    Set<String> ids,
    Budget budget) {
  /** The cost of resolving an address, in characters read. */
  private static final int PER_ADDRESS = 1200;

  /** The cost of visiting an element, in characters read. */
  private static final int PER_ELEMENT = 5;

  /**
   * The first such element inside another, or null. It charges for each visit, because elements may
   * be nested very deeply.
   */
  @Nullable Element first(Element around, Predicate<Element> wanted) {
    return around.stream()
        .skip(1)
        .peek(each -> budget.spend(PER_ELEMENT))
        .filter(wanted)
        .findFirst()
        .orElse(null);
  }

  /**
   * Charges for replacing a node, which renumbers all its siblings.
   *
   * @throws TooCostly if nothing is left
   */
  void spendOnChange(Node node) {
    Node parent = node.parent();
    budget.spend(parent == null ? 1 : parent.childNodeSize());
  }

  /** The absolute address of a link; null if there is none. */
  @Nullable String link(String written) {
    return counted(urls.link(written));
  }

  /** The absolute address of an image; null if there is none. */
  @Nullable String image(String written) {
    return counted(urls.image(written));
  }

  /** A long permalink makes every short address long. */
  private @Nullable String counted(@Nullable String url) {
    long made = url == null ? 0 : url.length();
    budget.spend(PER_ADDRESS + urls.address().length() + 2 * made);
    return url;
  }
}
