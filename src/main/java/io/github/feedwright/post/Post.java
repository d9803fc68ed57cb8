package io.github.feedwright.post;

import io.github.feedwright.settings.FeedContent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as its author wrote it, before rendering.
 *
 * @param path the file, below the posts directory, with {@code /}
 * @param hash the SHA-256 of the file's bytes, in hex
 * @param stem the file name with its date and without extensions; for a page bundle, the folder's
 * @param title the title as written (which may hold entities), never empty
 * @param date when it was first published, with the author's offset
 * @param modified when it last changed, as its author says, or null
 * @param visibility whether, from when and until when it shows
 * @param authors who wrote it, in order; empty if it names none
 * @param categories as the author spells them, without duplicates
 * @param tags as the author spells them, without duplicates
 * @param slug the post's one path segment
 * @param permalink this post's own path, which may hold placeholders, or null
 * @param aliases old paths of this post
 * @param redirectTo where the post lives instead, or null
 * @param externalUrl the page that a linked post is about, or null
 * @param identity what the front matter says about its id
 * @param summary the summary as plain text, or null
 * @param excerptSeparator what the author separates the excerpt with, or null for the usual ones
 * @param feedContent how much of this post entries carry, or null for the site's setting
 * @param image the image that stands for it, as written, or null
 * @param enclosures attached media, as written
 * @param language the post's language (BCP 47), or null
 * @param inFeeds whether feeds may hold it
 * @param body the text after the front matter
 * @param lines the lines of its fields
 */
public record Post(
    String path,
    String hash,
    String stem,
    String title,
    OffsetDateTime date,
    @Nullable OffsetDateTime modified,
    Visibility visibility,
    List<Author> authors,
    List<String> categories,
    List<String> tags,
    String slug,
    @Nullable String permalink,
    List<String> aliases,
    @Nullable String redirectTo,
    @Nullable String externalUrl,
    Identity identity,
    @Nullable String summary,
    @Nullable String excerptSeparator,
    @Nullable FeedContent feedContent,
    @Nullable String image,
    List<Enclosure> enclosures,
    @Nullable String language,
    boolean inFeeds,
    Body body,
    FieldLines lines) {
  public Post {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
    aliases = List.copyOf(aliases);
    enclosures = List.copyOf(enclosures);
  }

  /**
   * The post as it is at the given instant. A change in the future does not count: a feed that is
   * dated ahead would hide every change from its readers until then.
   */
  public Post at(Instant now) {
    return modified == null || !modified.toInstant().isAfter(now)
        ? this
        : new Post(
            path,
            hash,
            stem,
            title,
            date,
            null,
            visibility,
            authors,
            categories,
            tags,
            slug,
            permalink,
            aliases,
            redirectTo,
            externalUrl,
            identity,
            summary,
            excerptSeparator,
            feedContent,
            image,
            enclosures,
            language,
            inFeeds,
            body,
            lines);
  }
}
