package io.github.feedwright.post;

/**
 * An id that a post has for another reason than that it, or its file's name, says so.
 *
 * @param id to the letter
 * @param by the reason
 */
public record AssignedId(String id, By by) {
  /** Why a post has such an id. */
  public enum By {
    /** A line of {@code ids.tsv} says so. */
    FILE,
    /** Readers know the post by it, though its file, or another post, is named otherwise by now. */
    KEPT,
    /** Readers know the post by it, and nobody has confirmed yet that it is to have another. */
    HELD
  }
}
