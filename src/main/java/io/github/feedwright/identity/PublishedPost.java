package io.github.feedwright.identity;

import io.github.feedwright.post.file.PostPaths;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post as readers last saw it.
 *
 * @param path its file below the posts directory
 * @param id exactly as it is in RSS
 * @param origin where it came from
 * @param published the date in its entry
 * @param updated the date in its entry
 * @param title as its author wrote it
 * @param textHash {@link TextHash} of its text
 * @param permalink its intended path on the site
 * @param wordpressId the number that WordPress gave it, or null
 * @param keptFrom the feeds from whose newest entries it was withheld, such as {@code tag/cloud}
 * @param isGone whether it is no longer shown
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

  private static final String REPLACED = "\n";

  /** Where the id of a post came from. */
  public enum Origin {
    /** Its front matter. */
    GUID,
    /** A line of {@code ids.tsv}. */
    FILE,
    /** It was published with it, perhaps under another name; no rule gives it any more. */
    KEPT,
    /** The template of a previous generator. */
    TEMPLATE,
    /** Its file's stem, or its path if another post has that stem. */
    NAME
  }

  public PublishedPost {
    keptFrom = Set.copyOf(keptFrom);
  }

  /** This post after it was removed. */
  public PublishedPost gone() {
    return gone(path);
  }

  /** This post after another one was written into its file, with a path that no file has. */
  PublishedPost replaced() {
    return isReplaced() ? this : gone(path + REPLACED + id);
  }

  /** Whether its file contains another post. */
  boolean isReplaced() {
    return path.contains(REPLACED);
  }

  private PublishedPost gone(String path) {
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

  /** Whether a post with these traits, in the same file, is another one. */
  public boolean isOtherPostThan(String otherTitle, Instant otherDate, String otherTextHash) {
    return traits().isAnother(otherTitle, otherDate, otherTextHash);
  }

  /** Whether the post that is in its file now is another one, with an id of its own. */
  public boolean isOtherPostThan(PublishedPost now) {
    return !id.equals(now.id)
        && isOtherPostThan(now.title, now.published.toInstant(), now.textHash);
  }

  /** What identifies it after its file was renamed. */
  public PostTraits traits() {
    return new PostTraits(
        path,
        origin == Origin.GUID ? id : null,
        PostPaths.stem(path),
        textHash,
        permalink,
        List.of(),
        wordpressId,
        published.toInstant(),
        title,
        null);
  }
}
