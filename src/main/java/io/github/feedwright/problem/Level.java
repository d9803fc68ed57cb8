package io.github.feedwright.problem;

/** How bad a problem is. */
public enum Level {
  /** Something is not published, or not as its author meant it. */
  ERROR("error"),
  /**
   * It is published, but something in it was not understood; or it is taken for part of another
   * post and not published, which its author can change.
   */
  WARNING("warning");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /** The word that people and tools read: {@code error} or {@code warning}. */
  public String label() {
    return label;
  }
}
