package io.github.feedwright.feed;

import io.github.feedwright.library.Library;
import io.github.feedwright.library.PostSet;
import io.github.feedwright.library.Term;
import io.github.feedwright.settings.FeedsSettings;
import io.github.feedwright.text.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The posts of a feed: those of the whole site, or of one term.
 *
 * @param term the term, or null for the site
 */
public record Scope(@Nullable Term term) {
  /** The whole site. */
  public static final Scope SITE = new Scope(null);

  /** The posts of this scope, without those kept out of feeds. */
  public PostSet posts(Library library) {
    return term == null ? library.syndicated() : library.posts(term);
  }

  /** Whether its feed has archives. */
  public boolean hasArchives(FeedsSettings settings) {
    return switch (settings.archives()) {
      case ALL -> true;
      case SITE -> term == null;
      case NONE -> false;
    };
  }

  /**
   * The directory of its documents below {@code feeds.url}, not percent-encoded; empty for the
   * site.
   */
  public String directory() {
    return term == null ? "" : term.taxonomy().plural() + "/" + term.slug() + "/";
  }

  /** Its name for people, such as {@code tag/cloud}; {@code site} for the whole site. */
  public String name() {
    return term == null ? "site" : term.taxonomy().label() + "/" + term.slug();
  }

  /** The part of the ids of its feeds that distinguishes them from others, percent-encoded. */
  String idPart() {
    return term == null
        ? "site"
        : term.taxonomy().label() + "/" + PercentEncoding.path(term.slug());
  }
}
