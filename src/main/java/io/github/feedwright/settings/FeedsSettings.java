package io.github.feedwright.settings;

import io.github.feedwright.settings.scope.Combinations;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What is syndicated, and how.
 *
 * @param url where this server is reached; absolute, in canonical form, with a path that ends in
 *     {@code /}
 * @param formats the names of the formats, in the order in which pages list them
 * @param by the taxonomies that have feeds: {@code category}, {@code tag}, {@code author}; {@code
 *     combination} and {@code language} if there are any
 * @param items how many entries a feed holds at most, 1 to 1000
 * @param content whether entries carry the whole post
 * @param archives which feeds have archives (RFC 5005)
 * @param linkedPosts what the link of a linked post is
 * @param trustedHtml whether the HTML of posts is published unchanged
 * @param keep terms, as {@code taxonomy/slug} or plain slug, whose feeds exist even when empty
 * @param combinations which posts the site's feed contains, and feeds of combinations of terms
 */
public record FeedsSettings(
    URI url,
    List<String> formats,
    Set<String> by,
    int items,
    FeedContent content,
    Archives archives,
    LinkedPosts linkedPosts,
    boolean trustedHtml,
    List<String> keep,
    Combinations combinations) {
  public FeedsSettings {
    formats = List.copyOf(formats);
    by = Set.copyOf(by);
    keep = List.copyOf(keep);
  }

  FeedsSettings withUrl(URI other) {
    return new FeedsSettings(
        other, formats, by, items, content, archives, linkedPosts, trustedHtml, keep, combinations);
  }

  /** Which feeds have archives. */
  public enum Archives {
    /** The site's feed. */
    SITE,
    /** Every feed. */
    ALL,
    /** No feed. */
    NONE
  }

  /** What the link of a post that points at another page is. */
  public enum LinkedPosts {
    /** The page that the post is about. */
    TARGET,
    /** The post's own page. */
    PAGE
  }
}
