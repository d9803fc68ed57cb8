package io.github.feedwright.page;

import java.util.List;

/**
 * The site's page: the latest posts and every feed.
 *
 * @param site the site
 * @param description plain text, may be empty
 * @param posts newest first
 * @param indexes the taxonomies that have feeds, in the order in which they are shown; empty ones
 *     are not
 * @param archives newest first; empty if the site has none
 */
public record SitePage(
    Site site,
    String description,
    List<PostSummary> posts,
    List<TermIndex> indexes,
    List<Archive> archives)
    implements Page {
  public SitePage {
    posts = List.copyOf(posts);
    indexes = indexes.stream().filter(index -> !index.terms().isEmpty()).toList();
    archives = List.copyOf(archives);
  }

  @Override
  public Head head() {
    return new Head(
        site.title(), description, site.language(), site.address(site.home()), site.feeds(), false);
  }
}
