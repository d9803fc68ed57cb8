package io.github.feedwright.feed;

import io.github.feedwright.settings.Person;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says about itself, apart from its entries.
 *
 * @param title plain text, never empty
 * @param description plain text, never empty
 * @param homePage the absolute address of the page for people
 * @param language BCP 47
 * @param author the site's author, or null
 * @param rights plain text, or null
 * @param icon the address of a small square image, or null
 * @param logo the address of a wide image, or null
 * @param maxAge how long a feed is fresh
 * @param hubs the addresses of the hubs that notify subscribers of changes (WebSub)
 */
public record Channel(
    String title,
    String description,
    String homePage,
    String language,
    @Nullable Person author,
    @Nullable String rights,
    @Nullable String icon,
    @Nullable String logo,
    Duration maxAge,
    List<String> hubs) {
  public Channel {
    hubs = List.copyOf(hubs);
  }

  /** The same in another language. */
  Channel in(String other) {
    return new Channel(
        title, description, homePage, other, author, rights, icon, logo, maxAge, hubs);
  }
}
