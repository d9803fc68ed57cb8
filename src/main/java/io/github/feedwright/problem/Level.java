package io.github.feedwright.problem;

/** How bad a problem is. */
public enum Level {
  /** Something is not published, or not as its author meant it. */
  ERROR("error"),
  /**
   * It is published, but something in it was not understood; or it is taken for part of another
   * post and not published, which its author can change.
   */
  WARNING("warning"),
  /** Nothing is wrong: something that a reader hardly misses was changed, or a post is hidden. */
  NOTE("note");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** The word that people and tools read: {@code error}, {@code warning} or {@code note}. */
  public String label() {
    return label;
  }
}
