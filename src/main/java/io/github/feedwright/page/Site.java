package io.github.feedwright.page;

import io.github.feedwright.i18n.Words;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows about its site.
 *
 * @param title plain text
 * @param language the language of its title and description (BCP 47)
 * @param words the words of its pages
 * @param origin the scheme and authority of this server, such as {@code https://feeds.example.org},
 *     without a path
 * @param home the path of the site's page
 * @param opml the path of the list of all feeds
 * @param navigation the archive and the indexes of terms, as far as there are any
 * @param author who writes posts that name nobody, with a home page, or null
 * @param icon the address of a small square image, or null
 * @param rights the copyright line, or null
 * @param feeds the site's feed in each format, the preferred one first
 */
public record Site(
    String title,
    String language,
    Words words,
    String origin,
    String home,
    String opml,
    List<Link> navigation,
    @Nullable Link author,
    @Nullable String icon,
    @Nullable String rights,
    List<FeedLink> feeds) {
  public Site {
    navigation = List.copyOf(navigation);
    feeds = List.copyOf(feeds);
  }

  /** The absolute address of a path on this server, for use outside a browser. */
  public String address(String path) {
    return origin + path;
  }

  /** These feeds, then the site's own if they are not these. */
  List<FeedLink> withFeeds(List<FeedLink> others) {
    return others.equals(feeds) ? feeds : Stream.concat(others.stream(), feeds.stream()).toList();
  }
}
