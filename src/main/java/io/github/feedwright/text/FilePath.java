package io.github.feedwright.text;

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
}
