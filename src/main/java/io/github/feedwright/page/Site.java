package io.github.feedwright.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows about its site.
 *
 * @param title plain text
 * @param language the language of its title and description (BCP 47)
 * @param origin the scheme and authority of this server, such as {@code https://feeds.example.org},
 *     without a path
 * @param home the path of the site's page
 * @param opml the path of the list of all feeds
 * @param icon the address of a small square image, or null
 * @param rights the copyright line, or null
 * @param feeds the site's feed in each format, the preferred one first
 */
public record Site(
    String title,
    String language,
    String origin,
    String home,
    String opml,
    @Nullable String icon,
    @Nullable String rights,
    List<FeedLink> feeds) {
  public Site {
    feeds = List.copyOf(feeds);
  }

  /** The absolute address of a path on this server, for use outside a browser. */
  public String address(String path) {
    return origin + path;
  }
}
