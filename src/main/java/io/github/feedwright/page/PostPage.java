package io.github.feedwright.page;

import io.github.feedwright.content.Media;
import io.github.feedwright.feed.Translation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post's page.
 *
 * @param site the site
 * @param title plain text
 * @param isTitled whether it has a title; else {@code title} is its first words, which its text
 *     begins with, so that the page has its date as the heading
 * @param canonical the canonical address of this post: its permalink, or where it lives instead
 * @param language the post's language (BCP 47)
 * @param date when it was first published, with the author's offset
 * @param updated when its author last changed it, or null if the author does not say
 * @param authors its authors, each with the page of the author's feed
 * @param terms its categories and tags
 * @param summary plain text, may be empty
 * @param image the absolute address of a picture that represents it, or null
 * @param html the whole post as clean HTML: the only part of a page that is not escaped
 * @param trusted whether the HTML was not cleaned, so may contain scripts
 * @param media what is attached
 * @param movedTo the page where the post lives instead, or null
 * @param about the page that a linked post is about, or null
 * @param older the post before it, or null
 * @param newer the post after it, or null
 * @param alternates the feeds that it is in: the site's, then those of its terms
 * @param translations the page and those of its translations; empty if it has none
 */
public record PostPage(
    Site site,
    String title,
    boolean isTitled,
    String canonical,
    String language,
    OffsetDateTime date,
    @Nullable OffsetDateTime updated,
    List<Link> authors,
    PostTerms terms,
    String summary,
    @Nullable String image,
    String html,
    boolean trusted,
    List<Media> media,
    @Nullable String movedTo,
    @Nullable String about,
    @Nullable Link older,
    @Nullable Link newer,
    List<FeedLink> alternates,
    List<Translation> translations)
    implements Page {
  /** What scrolls sideways if it is too wide. */
  private static final List<String> WIDE = List.of("<pre", "<table");

  private static final String REACHED = " tabindex=0";

  /** A cell of a table in Markdown, whose alignment HTML leaves to the style sheet. */
  private static final Pattern ALIGNED =
      Pattern.compile("<(t[dh]) align=(\"(?:left|center|right)\")>");

  public PostPage {
    authors = List.copyOf(authors);
    media = List.copyOf(media);
    alternates = List.copyOf(alternates);
    translations = List.copyOf(translations);
  }

  @Override
  public String template() {
    return "post.jte";
  }

  @Override
  public Head head() {
    return new Head(
        title + " · " + site.title(),
        title,
        summary,
        language,
        canonical,
        image,
        alternates,
        StructuredData.article(this),
        true,
        trusted);
  }

  /** Whether it changed on a later day than its date. */
  public boolean showsUpdate() {
    return updated != null && !updated.toLocalDate().equals(date.toLocalDate());
  }

  /**
   * The HTML, in which the keyboard reaches what scrolls and the style sheet aligns cells. Feeds
   * have no style sheet, so they keep the attribute. Text that looks like a tag within an attribute
   * stays within that: the new attribute has no quotes, and the one replaced has some.
   */
  public String htmlOfPage() {
    if (trusted) {
      return html;
    }
    String reached = html;
    for (String tag : WIDE) {
      // In this order: after the second, a blank follows the name.
      reached =
          reached.replace(tag + " ", tag + REACHED + " ").replace(tag + ">", tag + REACHED + ">");
    }
    return reached.contains(" align=")
        ? ALIGNED.matcher(reached).replaceAll("<$1 class=$2>")
        : reached;
  }
}
