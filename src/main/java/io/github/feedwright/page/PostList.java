package io.github.feedwright.page;

import io.github.feedwright.i18n.Words;
import io.github.feedwright.library.Taxonomy;
import org.jspecify.annotations.Nullable;

/**
 * A list of posts: the site's, or a term's.
 *
 * @param taxonomy what kind of term it is, or null for the site's
 * @param title the term's most common spelling, or the site's title; plain text
 * @param href the page that the list begins on
 */
public record PostList(@Nullable Taxonomy taxonomy, String title, String href) {
  /** The word for what the list is of, such as {@code Tag}. */
  public String kind(Words words) {
    return taxonomy == null ? words.say("all") : words.say(taxonomy.label());
  }

  /** One sentence that says what the list of a term holds. */
  static String about(Taxonomy taxonomy, String title, Site site) {
    return site.words().say("about." + taxonomy.label(), title, site.title());
  }
}
