package io.github.feedwright.post;

/**
 * An id that comes neither from the post's front matter nor from its file name.
 *
 * @param id exactly as feeds contain it
 * @param by where it comes from
 */
public record AssignedId(String id, By by) {
  /** Where such an id comes from. */
  public enum By {
    /** From a line of {@code ids.tsv}. */
    FILE,
    /** The post was published with it, before a file was renamed. */
    KEPT,
    /** The post was published with it, and nobody has confirmed its new id yet. */
    HELD
  }
}
