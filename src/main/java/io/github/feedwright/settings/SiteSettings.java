package io.github.feedwright.settings;

import io.github.feedwright.i18n.SiteWords;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes.
 *
 * @param title the site's title
 * @param url below which posts have their addresses; absolute, http or https, in canonical form,
 *     with a path that ends in {@code /}
 * @param id what every id begins with, a {@code tag:} URI's first part (RFC 4151), such as {@code
 *     tag:blog.example.org,2013}
 * @param idPinned whether the author set {@code id}; if not, a move to another host would change
 *     every id
 * @param description one sentence, or empty
 * @param language the language of posts without one (BCP 47)
 * @param author the author of posts that name none, or null
 * @param rights the copyright line of every feed, or null
 * @param icon the address of a small square image, or null
 * @param logo the address of a wide image, or null
 * @param words the words of its pages
 */
public record SiteSettings(
    String title,
    URI url,
    String id,
    boolean idPinned,
    String description,
    String language,
    @Nullable Person author,
    @Nullable String rights,
    @Nullable URI icon,
    @Nullable URI logo,
    SiteWords words) {
  SiteSettings withUrl(URI other) {
    return new SiteSettings(
        title, other, id, idPinned, description, language, author, rights, icon, logo, words);
  }

  SiteSettings withAuthor(Person other) {
    return new SiteSettings(
        title, url, id, idPinned, description, language, other, rights, icon, logo, words);
  }

  SiteSettings withWords(SiteWords others) {
    return new SiteSettings(
        title, url, id, idPinned, description, language, author, rights, icon, logo, others);
  }
}
