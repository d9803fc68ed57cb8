package io.github.feedwright.page;

import java.util.List;

/**
 * What a page says of itself to browsers, feed readers and search engines.
 *
 * @param title plain text
 * @param description plain text, may be empty
 * @param language the language of what the page is about (BCP 47)
 * @param canonical the page's one absolute address
 * @param alternates the feeds that a reader may offer, the most likely one first
 * @param trusted whether the page carries HTML that may do anything, by its owner's wish
 */
public record Head(
    String title,
    String description,
    String language,
    String canonical,
    List<FeedLink> alternates,
    boolean trusted) {
  public Head {
    alternates = List.copyOf(alternates);
  }
}
