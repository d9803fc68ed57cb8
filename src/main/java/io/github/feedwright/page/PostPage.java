package io.github.feedwright.page;

import io.github.feedwright.content.Media;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post's page.
 *
 * @param site the site
 * @param title plain text
 * @param canonical the canonical address of this post: its permalink, or where it has moved to
 * @param language the post's language (BCP 47)
 * @param date when it was first published, with the author's offset
 * @param updated when its author last changed it, or null if the author does not say
 * @param authors its authors, each with the page of the author's feed
 * @param terms its categories and tags, each with its page
 * @param summary plain text, may be empty
 * @param html the whole post as clean HTML: the only part of a page that is not escaped
 * @param trusted whether the HTML was not cleaned, so may contain scripts
 * @param media what is attached
 * @param movedTo the page that the post has moved to, or null
 * @param about the page that a linked post is about, or null
 * @param older the post before it, or null
 * @param newer the post after it, or null
 * @param alternates the feeds that it is in: the site's, then those of its terms
 */
public record PostPage(
    Site site,
    String title,
    String canonical,
    String language,
    OffsetDateTime date,
    @Nullable OffsetDateTime updated,
    List<Link> authors,
    List<Link> terms,
    String summary,
    String html,
    boolean trusted,
    List<Media> media,
    @Nullable String movedTo,
    @Nullable String about,
    @Nullable Link older,
    @Nullable Link newer,
    List<FeedLink> alternates)
    implements Page {
  public PostPage {
    authors = List.copyOf(authors);
    terms = List.copyOf(terms);
    media = List.copyOf(media);
    alternates = List.copyOf(alternates);
  }

  @Override
  public Head head() {
    return new Head(
        title + " · " + site.title(), summary, language, canonical, alternates, trusted);
  }

  /** Whether it changed on a later day than its date. */
  public boolean showsUpdate() {
    return updated != null && !PageDate.of(updated).text().equals(PageDate.of(date).text());
  }
}
