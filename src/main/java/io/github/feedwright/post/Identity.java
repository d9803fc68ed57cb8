package io.github.feedwright.post;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a post's id, other than its file's name.
 *
 * @param guid the id as the front matter has it ({@code guid}, {@code id}, {@code wordpress_url},
 *     {@code blogger_id}), or null
 * @param wordpressId the number that WordPress gave the post, or null
 * @param assigned the id that it has for another reason, or null
 */
public record Identity(
    @Nullable String guid, @Nullable String wordpressId, @Nullable AssignedId assigned) {
  /** What the front matter alone says. */
  public Identity(@Nullable String guid, @Nullable String wordpressId) {
    this(guid, wordpressId, null);
  }

  /** The same with an id that the post has for another reason. */
  public Identity with(@Nullable AssignedId other) {
    return new Identity(guid, wordpressId, other);
  }

  /** The id that somebody gave the post, or null: what is held comes first, then the author. */
  public @Nullable String given() {
    boolean isHeld = assigned != null && assigned.by() == AssignedId.By.HELD;
    if (guid != null && !isHeld) {
      return guid;
    }
    return assigned == null ? null : assigned.id();
  }

  /** The reason for {@link #given}; null where it is the author, or there is none. */
  public AssignedId.@Nullable By givenBy() {
    AssignedId other = assigned;
    return other == null || (guid != null && other.by() != AssignedId.By.HELD) ? null : other.by();
  }
}
