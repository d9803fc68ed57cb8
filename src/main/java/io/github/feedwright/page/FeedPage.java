package io.github.feedwright.page;

import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Taxonomy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page of a term's feed.
 *
 * @param site the site
 * @param list the term's posts
 * @param count how many posts the term has; the page may show fewer
 * @param archive the path of the term's archive, or null if it has no posts
 * @param feeds the feed in each format, the preferred one first
 * @param posts newest first; empty for a term that is kept without posts
 * @param older the path of the page with the posts before them, or null
 */
public record FeedPage(
    Site site,
    PostList list,
    int count,
    @Nullable String archive,
    List<FeedLink> feeds,
    List<PostSummary> posts,
    @Nullable String older)
    implements Page {
  public FeedPage {
    feeds = List.copyOf(feeds);
    posts = List.copyOf(posts);
  }

  @Override
  public String template() {
    return "feed.jte";
  }

  @Override
  public Head head() {
    return Head.of(site, term(), about(), list.href(), feeds);
  }

  /** The term's most common spelling. */
  public String term() {
    return list.title();
  }

  /** The word for what the term is, such as {@code Tag}. */
  public String kind() {
    return list.kind(site.words());
  }

  /** The heading of the posts, which says whether these are all. */
  public String postsHeading() {
    Words words = site.words();
    return words.say(posts.size() < count ? "latest" : "posts");
  }

  /** One sentence that says what the feed holds. */
  public String about() {
    Taxonomy taxonomy = Objects.requireNonNull(list.taxonomy());
    return PostList.about(taxonomy, list.title(), site);
  }
}
