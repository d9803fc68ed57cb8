package io.github.feedwright.page;

import java.time.YearMonth;
import java.util.List;

/**
 * The posts of one month.
 *
 * @param month the month, in UTC
 * @param title the month for people, such as {@code July 2013}
 * @param count how many posts it has
 * @param href where a page lists them
 * @param feeds the month's feed in each format (RFC 5005, section 4); empty if it has none
 * @param posts newest first; empty where only the month is named
 */
public record Archive(
    YearMonth month,
    String title,
    int count,
    String href,
    List<FeedLink> feeds,
    List<PostSummary> posts) {
  public Archive {
    feeds = List.copyOf(feeds);
    posts = List.copyOf(posts);
  }
}
