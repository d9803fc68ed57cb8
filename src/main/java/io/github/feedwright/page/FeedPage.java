package io.github.feedwright.page;

import io.github.feedwright.library.Taxonomy;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page of a term's feed.
 *
 * @param site the site
 * @param taxonomy what kind of term it is
 * @param term the term's most common spelling, plain text
 * @param href this page's path
 * @param count how many posts the term has; the page may show fewer
 * @param feeds the feed in each format, the preferred one first
 * @param posts newest first; empty for a term that is kept without posts
 * @param archives newest first; empty if the feed has none
 */
public record FeedPage(
    Site site,
    Taxonomy taxonomy,
    String term,
    String href,
    int count,
    List<FeedLink> feeds,
    List<PostSummary> posts,
    List<Archive> archives)
    implements Page {
  public FeedPage {
    feeds = List.copyOf(feeds);
    posts = List.copyOf(posts);
    archives = List.copyOf(archives);
  }

  @Override
  public Head head() {
    return new Head(
        term + " · " + site.title(),
        about(),
        site.language(),
        site.address(href),
        Stream.concat(feeds.stream(), site.feeds().stream()).toList(),
        false);
  }

  /** The word for what the term is, such as {@code Tag}. */
  public String kind() {
    return TermIndex.capitalised(taxonomy.label());
  }

  /** The heading of the posts, which says whether these are all. */
  public String postsHeading() {
    return posts.size() < count ? "Latest posts, " + posts.size() + " of " + count : "Posts";
  }

  /** One sentence that says what the feed holds. */
  public String about() {
    return switch (taxonomy) {
      case CATEGORY -> "Every post in the category “" + term + "” on " + site.title() + ".";
      case TAG -> "Every post tagged “" + term + "” on " + site.title() + ".";
      case LANGUAGE -> "Every post in the language “" + term + "” on " + site.title() + ".";
      case COMBINATION -> "Every post in the selection “" + term + "” on " + site.title() + ".";
      case AUTHOR -> "Every post by " + term + " on " + site.title() + ".";
    };
  }
}
