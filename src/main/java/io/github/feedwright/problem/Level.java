package io.github.feedwright.problem;

/** How bad a problem is. */
public enum Level {
  /** Something is not published, or not as its author meant it. */
  ERROR("error"),
  /**
   * It is published, but something about it was not understood; or it is part of another post, and
   * rightly not published unless its author says otherwise.
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
