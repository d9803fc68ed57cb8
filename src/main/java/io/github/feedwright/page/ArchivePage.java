package io.github.feedwright.page;

import io.github.feedwright.i18n.Words;
import java.util.List;

/**
 * Every year and month that has posts.
 *
 * @param site the site
 * @param list the list of posts that this is the archive of
 * @param href this page's path
 * @param feeds the list's feed in each format, the preferred one first
 * @param years newest first
 */
public record ArchivePage(
    Site site, PostList list, String href, List<FeedLink> feeds, List<Year> years) implements Page {
  public ArchivePage {
    feeds = List.copyOf(feeds);
    years = List.copyOf(years);
  }

  /**
   * A year that has posts.
   *
   * @param year the year
   * @param href its page
   * @param months newest first, without their posts
   */
  public record Year(int year, String href, List<Archive> months) {
    public Year {
      months = List.copyOf(months);
    }

    /** The year for people. */
    public String title() {
      return Words.year(year);
    }

    /** How many posts it has. */
    public int count() {
      return months.stream().mapToInt(Archive::count).sum();
    }
  }

  @Override
  public String template() {
    return "archive.jte";
  }

  @Override
  public Head head() {
    return Head.of(site, heading(), about(), href, feeds);
  }

  /** What the page is called. */
  public String heading() {
    return list.taxonomy() == null
        ? site.words().say("archive")
        : site.words().say("archive.of", list.title());
  }

  /** One sentence that says what the page holds. */
  public String about() {
    return site.words().say("archive.about", years.stream().mapToInt(Year::count).sum());
  }
}
