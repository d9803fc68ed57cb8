package io.github.feedwright.source;

import java.util.List;

/**
 * Names of files that editors, version control and file synchronisers leave next to an author's
 * files.
 */
final class IgnoredNames {
  private static final List<String> ENDINGS =
      List.of("~", ".swp", ".swo", ".swx", ".tmp", ".part", "___jb_tmp___", "___jb_old___");
  private static final List<String> PARTS =
      List.of(".sync-conflict-", "conflicted copy", "~syncthing~");

  /** Folders that tools download or build inside a site: Jekyll skips both too. */
  private static final List<String> MADE = List.of("node_modules", "_site");

  /** The file that vim creates to test whether a directory is writable. */
  private static final String VIM_PROBE = "4913";

  private IgnoredNames() {}

  /** Whether a file or directory with this name is not its author's. */
  static boolean contain(String name) {
    return name.startsWith(".")
        || name.equals(VIM_PROBE)
        || MADE.contains(name)
        || (name.startsWith("#") && name.endsWith("#"))
        || ENDINGS.stream().anyMatch(name::endsWith)
        || PARTS.stream().anyMatch(name::contains);
  }

  /** Whether any name in a path with {@code /} is such a name, or empty. */
  static boolean containAnyOf(String path) {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || contain(name)) {
        return true;
      }
    }
    return false;
  }
}
