package io.github.feedwright.identity;

import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post as readers were last shown it.
 *
 * @param path its file below the posts directory
 * @param id to the letter, as RSS has it
 * @param origin what gave it
 * @param published as its entry said
 * @param updated as its entry said
 * @param title as its author wrote it
 * @param textHash {@link TextHash} of its text
 * @param permalink the path that it wanted on the site
 * @param wordpressId the number that WordPress gave it, or null
 * @param keptFrom the feeds whose newest entries it was kept from, such as {@code tag/cloud}
 * @param isGone whether it shows no more
 */
public record PublishedPost(
    String path,
    String id,
    Origin origin,
    OffsetDateTime published,
    OffsetDateTime updated,
    String title,
    String textHash,
    String permalink,
    @Nullable String wordpressId,
    Set<String> keptFrom,
    boolean isGone) {

  /** What gave a post its id. */
  public enum Origin {
    /** Its front matter. */
    GUID,
    /** A line of {@code ids.tsv}. */
    FILE,
    /** That it was published with it, under another name perhaps; nothing else would give it. */
    KEPT,
    /** The template of a former generator. */
    TEMPLATE,
    /** Its file's stem, or path where another post has that stem. */
    NAME
  }

  public PublishedPost {
    keptFrom = Set.copyOf(keptFrom);
  }

  /** The same, which shows no more. */
  public PublishedPost gone() {
    return new PublishedPost(
        path,
        id,
        origin,
        published,
        updated,
        title,
        textHash,
        permalink,
        wordpressId,
        keptFrom,
        true);
  }

  /** What it is known by when its file has another name. */
  public PostTraits traits(String stem) {
    return new PostTraits(
        path,
        stem,
        textHash,
        permalink,
        java.util.List.of(),
        wordpressId,
        published.toInstant(),
        null);
  }
}
