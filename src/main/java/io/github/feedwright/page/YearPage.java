package io.github.feedwright.page;

import io.github.feedwright.i18n.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The posts of one year, by month.
 *
 * @param site the site
 * @param list the list of posts that they are from
 * @param archive the path of the page with all years
 * @param year the year, in UTC
 * @param href this page's path
 * @param feeds the list's feed in each format, the preferred one first
 * @param months newest first, with their posts
 * @param older the last year before it that has posts, or null
 * @param newer the first year after it that has posts, or null
 */
public record YearPage(
    Site site,
    PostList list,
    String archive,
    int year,
    String href,
    List<FeedLink> feeds,
    List<Archive> months,
    @Nullable Link older,
    @Nullable Link newer)
    implements Page {
  public YearPage {
    feeds = List.copyOf(feeds);
    months = List.copyOf(months);
  }

  @Override
  public String template() {
    return "year.jte";
  }

  @Override
  public Head head() {
    String title = title() + " · " + kind();
    return Head.of(site, title, "", href, feeds);
  }

  /** The year for people. */
  public String title() {
    return Words.year(year);
  }

  /** What the year is a part of. */
  public String kind() {
    return list.taxonomy() == null
        ? site.words().say("archive")
        : site.words().say("archive.of", list.title());
  }
}
