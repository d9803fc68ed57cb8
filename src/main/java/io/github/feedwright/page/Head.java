package io.github.feedwright.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself to browsers, feed readers, search engines, and to programs that
 * show a link to it (the Open Graph protocol).
 *
 * @param title plain text
 * @param heading the title without the site's, plain text
 * @param description plain text, may be empty
 * @param language the language of the page's subject (BCP 47)
 * @param canonical the page's canonical address, absolute
 * @param image the absolute address of a picture that represents it, or null
 * @param alternates the feeds that a reader may offer, the most likely one first
 * @param article what a post says besides, or null
 * @param isListed whether search engines may list it
 * @param trusted whether the page contains HTML that was not cleaned, because its owner trusts it
 */
public record Head(
    String title,
    String heading,
    String description,
    String language,
    String canonical,
    @Nullable String image,
    List<FeedLink> alternates,
    @Nullable Article article,
    boolean isListed,
    boolean trusted) {
  public Head {
    alternates = List.copyOf(alternates);
  }

  /**
   * What a post says about itself.
   *
   * @param published when it was first published, for machines
   * @param modified when its author last changed it, for machines, or null
   * @param authors the absolute addresses of its authors' pages
   * @param section its first category, or null
   * @param tags its tags
   * @param json the same in JSON-LD, safe within a script element
   */
  public record Article(
      String published,
      @Nullable String modified,
      List<String> authors,
      @Nullable String section,
      List<String> tags,
      String json) {
    public Article {
      authors = List.copyOf(authors);
      tags = List.copyOf(tags);
    }
  }

  /** The head of a list of posts or terms. */
  static Head of(Site site, String heading, String description, String href, List<FeedLink> feeds) {
    return new Head(
        heading + " · " + site.title(),
        heading,
        description,
        site.language(),
        site.address(href),
        null,
        site.withFeeds(feeds),
        null,
        true,
        false);
  }

  /** The same for a page that search engines are not to list. */
  Head unlisted() {
    return new Head(
        title,
        heading,
        description,
        language,
        canonical,
        image,
        alternates,
        article,
        false,
        trusted);
  }
}
