package io.github.feedwright.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The site's page: the latest posts and every feed.
 *
 * @param site the site
 * @param description plain text, may be empty
 * @param posts newest first
 * @param older the path of the page with the posts before them, or null
 * @param indexes the taxonomies that have feeds, in the order in which they are shown; empty ones
 *     are not
 */
public record SitePage(
    Site site,
    String description,
    List<PostSummary> posts,
    @Nullable String older,
    List<TermIndex> indexes)
    implements Page {
  public SitePage {
    posts = List.copyOf(posts);
    indexes = indexes.stream().filter(index -> !index.terms().isEmpty()).toList();
  }

  @Override
  public String template() {
    return "site.jte";
  }

  @Override
  public Head head() {
    return new Head(
        site.title(),
        site.title(),
        description,
        site.language(),
        site.address(site.home()),
        null,
        site.feeds(),
        null,
        true,
        false);
  }
}
