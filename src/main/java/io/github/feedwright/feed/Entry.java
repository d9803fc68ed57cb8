package io.github.feedwright.feed;

import io.github.feedwright.content.Media;
import io.github.feedwright.content.PostTitle;
import io.github.feedwright.settings.Person;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as an entry of a feed. The same in every feed and every format.
 *
 * <p>Text is free of code points that XML 1.0 forbids; every address is an absolute,
 * percent-encoded URI.
 *
 * @param id an IRI that never changes (RFC 4287, section 4.2.6)
 * @param guid the same id as its author wrote it, for RSS, where it may be any text
 * @param link the page that readers open
 * @param related another page that belongs to it, or null
 * @param title plain text, or null for a note without a title, whose summary is not empty
 * @param published when it was first published, with the author's offset
 * @param updated when its author last changed it
 * @param authors never empty
 * @param categories its categories and tags
 * @param summary plain text; may be empty
 * @param html the HTML that the feed carries, or null if it carries only the summary
 * @param language BCP 47, or null if it is the site's
 * @param image the absolute address of the image that represents it, or null
 * @param media attached media
 * @param translations the post and its translations, each in another language; empty if it has none
 */
public record Entry(
    String id,
    String guid,
    String link,
    @Nullable Related related,
    @Nullable String title,
    OffsetDateTime published,
    OffsetDateTime updated,
    List<Person> authors,
    List<Category> categories,
    String summary,
    @Nullable String html,
    @Nullable String language,
    @Nullable String image,
    List<Media> media,
    List<Translation> translations) {
  public Entry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    media = List.copyOf(media);
    translations = List.copyOf(translations);
  }

  /** The same with other HTML, or with none. */
  public Entry withHtml(@Nullable String html) {
    return new Entry(
        id,
        guid,
        link,
        related,
        title,
        published,
        updated,
        authors,
        categories,
        summary,
        html,
        language,
        image,
        media,
        translations);
  }

  /** The title, else the first words: for formats that demand one. */
  public String titleOrFirstWords() {
    return PostTitle.orFirstWords(title, summary);
  }
}
