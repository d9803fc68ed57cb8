package io.github.feedwright.page;

import java.util.List;

/**
 * What a page says about itself to browsers, feed readers and search engines.
 *
 * @param title plain text
 * @param description plain text, may be empty
 * @param language the language of the page's subject (BCP 47)
 * @param canonical the page's canonical address, absolute
 * @param alternates the feeds that a reader may offer, the most likely one first
 * @param trusted whether the page contains HTML that was not cleaned, because its owner trusts it
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
