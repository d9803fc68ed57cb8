package io.github.feedwright.source;

import java.util.List;

/** Names that editors, version control and file synchronisers leave beside an author's files. */
final class IgnoredNames {
  private static final List<String> ENDINGS =
      List.of("~", ".swp", ".swo", ".swx", ".tmp", ".part", "___jb_tmp___", "___jb_old___");
  private static final List<String> PARTS =
      List.of(".sync-conflict-", "conflicted copy", "~syncthing~");

  /** What tools fetch and build beside an author's site: Jekyll skips both, too. */
  private static final List<String> MADE = List.of("node_modules", "_site");

  /** The file that vim makes to see whether it may write in a directory. */
  private static final String VIM_PROBE = "4913";

  private IgnoredNames() {}

  /** Whether a file or directory of this name is none of its author's. */
  static boolean contain(String name) {
    return name.startsWith(".")
        || name.equals(VIM_PROBE)
        || MADE.contains(name)
        || (name.startsWith("#") && name.endsWith("#"))
        || ENDINGS.stream().anyMatch(name::endsWith)
        || PARTS.stream().anyMatch(name::contains);
  }

  /** Whether any name of a path with {@code /} is such a name, or none at all. */
  static boolean containAnyOf(String path) {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || contain(name)) {
        return true;
      }
    }
    return false;
  }
}
