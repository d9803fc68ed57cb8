package io.github.feedwright.page;

/**
 * A feed in one format.
 *
 * @param title what the feed is called, plain text
 * @param format the name of the format for people, such as {@code RSS 2.0}
 * @param href the document's path on this server, beginning with {@code /}
 * @param mediaType the media type, without parameters
 */
public record FeedLink(String title, String format, String href, String mediaType) {
  /** The short name of the format: its first word. */
  public String shortFormat() {
    int space = format.indexOf(' ');
    return space < 0 ? format : format.substring(0, space);
  }

  /** What a feed reader offers when it finds this feed on a page. */
  public String label() {
    return title + " (" + format + ")";
  }

  /** The name of a link that shows only the format, which begins it (WCAG 2.2, 2.5.3). */
  public String name() {
    return format + ": " + title;
  }
}
