package io.github.feedwright.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says why the file system refused, without the path, because the problem names it already. */
final class Reasons {
  private Reasons() {}

  /** Part of a sentence, such as {@code permission denied}. */
  static String of(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    String said =
        cause instanceof FileSystemException refused ? refused.getReason() : cause.getMessage();
    if (said != null && said.startsWith("Too many levels of symbolic links")) {
      return "its symbolic links form a loop";
    }
    return said == null ? cause.getClass().getSimpleName() : said;
  }
}
