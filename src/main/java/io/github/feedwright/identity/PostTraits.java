package io.github.feedwright.identity;

import io.github.feedwright.text.PackedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a post after its file was renamed.
 *
 * @param path its file below the posts directory
 * @param guid the id that its front matter gives it, or null
 * @param stem of its file's name
 * @param textHash {@link TextHash} of its text
 * @param permalink its path on the site
 * @param aliases its old paths
 * @param wordpressId the number that WordPress gave it, or null
 * @param date when it was published
 * @param title as its author wrote it
 * @param text its text, or null if that is no longer known
 */
public record PostTraits(
    String path,
    @Nullable String guid,
    String stem,
    String textHash,
    String permalink,
    List<String> aliases,
    @Nullable String wordpressId,
    Instant date,
    String title,
    @Nullable PackedText text) {
  public PostTraits {
    aliases = List.copyOf(aliases);
  }

  /** Whether a post in the same file is another one: nothing that readers see is the same. */
  public boolean isOtherPostThan(PostTraits other) {
    return isAnother(other.title, other.date, other.textHash);
  }

  boolean isAnother(String otherTitle, Instant otherDate, String otherTextHash) {
    return !title.equals(otherTitle) && !date.equals(otherDate) && !textHash.equals(otherTextHash);
  }
}
