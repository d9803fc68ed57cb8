package io.github.feedwright.intake;

/** Something that the publishing thread should know. */
public sealed interface Signal {
  /**
   * A file may have changed.
   *
   * @param path below the posts directory
   * @param what what is said of it
   */
  record Touched(String path, What what) implements Signal {}

  /** What is said of a file. */
  enum What {
    /** An event says that its name has just appeared. */
    APPEARED,
    /** An event says that it is gone. */
    REMOVED,
    /** It is to be looked at, for whatever reason. */
    CHANGED
  }

  /**
   * A post that took long to render is ready.
   *
   * @param path below the posts directory
   */
  record RenderFinished(String path) implements Signal {}

  /** What is wrong with the directory has changed. */
  record DirectoryProblemsChanged() implements Signal {}

  /** It is time to end. */
  record Stop() implements Signal {}
}
