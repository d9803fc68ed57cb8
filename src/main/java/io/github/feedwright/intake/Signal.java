package io.github.feedwright.intake;

import io.github.feedwright.history.GitHistory;
import io.github.feedwright.source.FileEvent;
import java.util.List;

/** A message to the publishing thread. */
public sealed interface Signal {
  /**
   * A file may have changed.
   *
   * @param path below the posts directory
   * @param what what happened to it
   */
  record Touched(String path, FileEvent what) implements Signal {}

  /**
   * The directory was scanned: all of it, or only the files that events named, if these are enough.
   *
   * @param touched the files that may have changed; those that are gone come first
   * @param begun when the scan began, as of {@link System#nanoTime}
   */
  record Scanned(List<Touched> touched, long begun) implements Signal {
    public Scanned {
      touched = List.copyOf(touched);
    }
  }

  /**
   * A post that took long to render is ready.
   *
   * @param path below the posts directory
   */
  record RenderFinished(String path) implements Signal {}

  /** The problems of the directory have changed. */
  record DirectoryProblemsChanged() implements Signal {}

  /**
   * The commits of the repository were read.
   *
   * @param reading what they say
   */
  record CommitsRead(GitHistory.Reading reading) implements Signal {}

  /** Somebody asked the server to read the configuration again. */
  record ConfigurationAsked() implements Signal {}

  /** The thread should stop. */
  record Stop() implements Signal {}
}
