package io.github.feedwright.page;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A post in a list.
 *
 * @param title plain text
 * @param href the post's page, here or elsewhere
 * @param language the language of its title and summary (BCP 47)
 * @param date when it was first published, with the author's offset
 * @param authors its authors, each with the page of the author's feed
 * @param summary plain text, may be empty
 * @param terms its categories and tags
 */
public record PostSummary(
    String title,
    String href,
    String language,
    OffsetDateTime date,
    List<Link> authors,
    String summary,
    PostTerms terms) {
  public PostSummary {
    authors = List.copyOf(authors);
  }
}
