package io.github.feedwright.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an OPML document: a feed, or a group of them.
 *
 * @param text plain text, never empty
 * @param type {@code rss} for a feed in any format, null for a group
 * @param xmlUrl the feed's absolute address, or null for a group
 * @param htmlUrl the absolute address of the feed's page, or null
 * @param language BCP 47, or null
 * @param description plain text, or null
 * @param category where it belongs, such as {@code /python}, or null
 * @param children the lines below it
 */
public record Outline(
    String text,
    @Nullable String type,
    @Nullable String xmlUrl,
    @Nullable String htmlUrl,
    @Nullable String language,
    @Nullable String description,
    @Nullable String category,
    List<Outline> children) {
  public Outline {
    children = List.copyOf(children);
  }

  /** A feed; readers subscribe only to the type {@code rss}, even for Atom. */
  public static Outline feed(
      String text,
      String xmlUrl,
      String htmlUrl,
      String language,
      String description,
      @Nullable String category) {
    return new Outline(text, "rss", xmlUrl, htmlUrl, language, description, category, List.of());
  }

  /** A group of feeds under one heading. */
  public static Outline group(String text, List<Outline> children) {
    return new Outline(text, null, null, null, null, null, null, children);
  }
}
