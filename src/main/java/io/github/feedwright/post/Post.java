package io.github.feedwright.post;

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
 * @param title the title as written (which may hold entities); empty if it has none
 * @param dates when it was published and changed
 * @param visibility whether, from when and until when it shows
 * @param authors who wrote it, in order; empty if it names none
 * @param categories as the author spells them, without duplicates
 * @param tags as the author spells them, without duplicates
 * @param address its address, its former ones, and what it points to
 * @param identity what the front matter says about its id
 * @param syndication whether feeds may hold it, and how much of it
 * @param media the media that front matter names
 * @param language the post's language (BCP 47), or null
 * @param translationKey what it shares with its translations, or null if no languages are
 *     configured
 * @param body the text after the front matter
 * @param lines the lines of its fields
 */
public record Post(
    String path,
    String hash,
    String stem,
    String title,
    Dates dates,
    Visibility visibility,
    List<Author> authors,
    List<String> categories,
    List<String> tags,
    Address address,
    Identity identity,
    Syndication syndication,
    DeclaredMedia media,
    @Nullable String language,
    @Nullable String translationKey,
    Body body,
    FieldLines lines) {
  public Post {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
  }

  /**
   * The post as it is at the given instant. A change in the future does not count: a feed that is
   * dated ahead would hide every change from its readers until then.
   */
  public Post at(Instant now) {
    return with(dates.at(now));
  }

  /**
   * The post with the date of the commit that last changed it, where its author gives none.
   *
   * @param date that date, or null where no commit is known
   */
  public Post committed(@Nullable OffsetDateTime date) {
    return date == null ? this : with(dates.committed(date));
  }

  /** Whether its title is written in the front matter, and not made from the file's name. */
  public boolean hasOwnTitle() {
    return lines.has("title");
  }

  /** The same with another id. */
  public Post with(Identity other) {
    return with(dates, other);
  }

  /** The same, published and changed at other times. */
  public Post with(Dates changed) {
    return changed.equals(dates) ? this : with(changed, identity);
  }

  /** Of little of it, because a start puts each post into many tables. */
  @Override
  public int hashCode() {
    return 31 * path.hashCode() + hash.hashCode();
  }

  private Post with(Dates otherDates, Identity otherIdentity) {
    return new Post(
        path,
        hash,
        stem,
        title,
        otherDates,
        visibility,
        authors,
        categories,
        tags,
        address,
        otherIdentity,
        syndication,
        media,
        language,
        translationKey,
        body,
        lines);
  }
}
