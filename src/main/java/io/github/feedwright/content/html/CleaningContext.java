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
 * What the HTML of one post is cleaned with.
 *
 * @param urls what its URLs mean
 * @param findings what there is to say about it
 * @param trusted whether its HTML is published as it is
 * @param limits how large it may be
 * @param prefix what its ids begin with, so that those of two posts on one page differ
 * @param ids the ids, without the prefix, that cleaning has met
 * @param budget how much work cleaning may be
 */
public record CleaningContext(
    UrlResolver urls,
    ContentProblems findings,
    boolean trusted,
    LimitSettings limits,
    String prefix,
    Set<String> ids,
    Budget budget) {
  /** What it costs to find out what an address means, in characters read. */
  private static final int PER_ADDRESS = 1200;

  /** What it costs to look at an element, in characters read. */
  private static final int PER_ELEMENT = 5;

  /** The first such element within another, or null: elements may all lie within one another. */
  @Nullable Element first(Element around, Predicate<Element> wanted) {
    return around.stream()
        .skip(1)
        .peek(each -> budget.spend(PER_ELEMENT))
        .filter(wanted)
        .findFirst()
        .orElse(null);
  }

  /**
   * Takes what it costs to put something else in a node's place: its siblings are all renumbered.
   *
   * @throws TooCostly where nothing is left
   */
  void spendOnChange(Node node) {
    Node parent = node.parent();
    budget.spend(parent == null ? 1 : parent.childNodeSize());
  }

  /** Where a link leads; null where it cannot lead anywhere. */
  @Nullable String link(String written) {
    return counted(urls.link(written));
  }

  /** Where an image is; null where it cannot be anywhere. */
  @Nullable String image(String written) {
    return counted(urls.image(written));
  }

  /** A long permalink makes a long address of every short one. */
  private @Nullable String counted(@Nullable String url) {
    long made = url == null ? 0 : url.length();
    budget.spend(PER_ADDRESS + urls.address().length() + 2 * made);
    return url;
  }
}
