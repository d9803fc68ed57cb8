package io.github.feedwright.page;

import java.util.List;

/**
 * A category, tag or author with its feeds.
 *
 * @param title its most common spelling, plain text
 * @param count how many posts it has
 * @param href its page
 * @param feeds its feed in each format
 */
public record TermLink(String title, int count, String href, List<FeedLink> feeds) {
  public TermLink {
    feeds = List.copyOf(feeds);
  }
}
