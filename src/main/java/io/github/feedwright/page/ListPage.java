package io.github.feedwright.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Older posts of a list: every page of it but the first.
 *
 * @param site the site
 * @param list the list
 * @param href this page's path
 * @param number which page it is, from 2
 * @param pages how many pages the list has
 * @param feeds the list's feed in each format, the preferred one first
 * @param posts newest first
 * @param older the path of the next page, or null
 * @param newer the path of the previous page
 */
public record ListPage(
    Site site,
    PostList list,
    String href,
    int number,
    int pages,
    List<FeedLink> feeds,
    List<PostSummary> posts,
    @Nullable String older,
    String newer)
    implements Page {
  public ListPage {
    feeds = List.copyOf(feeds);
    posts = List.copyOf(posts);
  }

  @Override
  public String template() {
    return "list.jte";
  }

  @Override
  public Head head() {
    String title = list.taxonomy() == null ? position() : list.title() + " · " + position();
    return Head.of(site, title, "", href, feeds);
  }

  /** Which page it is, for people. */
  public String position() {
    return site.words().say("page", number, pages);
  }
}
