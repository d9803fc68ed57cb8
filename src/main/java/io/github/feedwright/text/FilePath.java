package io.github.feedwright.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The path of a file below some directory, with {@code /} between names. */
public final class FilePath {
  private FilePath() {}

  /** The path of the folder that contains the file, empty at the top. */
  public static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The last name of the path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path that a relative one has in the folder that contains a file. */
  public static String beside(String path, String relative) {
    return path.substring(0, path.lastIndexOf('/') + 1) + relative;
  }

  /**
   * The path that a relative one, which may begin with {@code ../}, has from the folder that
   * contains a file; null if it leads out of the directory, or to the directory itself.
   */
  public static @Nullable String resolve(String path, String relative) {
    Deque<String> kept = new ArrayDeque<>();
    for (String segment : beside(path, relative).split("/", -1)) {
      if (segment.equals("..")) {
        if (kept.pollLast() == null) {
          return null;
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        kept.addLast(segment);
      }
    }
    return kept.isEmpty() ? null : String.join("/", kept);
  }

  /** The path from the folder that contains a file to another file of the same directory. */
  public static String relative(String path, String other) {
    String[] from = folder(path).isEmpty() ? new String[0] : folder(path).split("/", -1);
    String[] to = other.split("/", -1);
    int shared = 0;
    while (shared < from.length && shared < to.length - 1 && from[shared].equals(to[shared])) {
      shared++;
    }
    return "../".repeat(from.length - shared)
        + String.join("/", Arrays.asList(to).subList(shared, to.length));
  }
}
