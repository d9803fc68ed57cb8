package io.github.feedwright.source;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One walk through a tree: one stat per name. A directory is listed once, however many links point
 * to it, and links come last: so there are no loops, and a directory that is also linked keeps its
 * own path.
 */
final class Walk {
  private final Path root;
  private final TreeMap<String, SourceFile> files = new TreeMap<>();
  private final TreeMap<String, SourceDirectory> directories = new TreeMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private final Deque<Map.Entry<String, Path>> unlisted = new ArrayDeque<>();
  private final TreeMap<String, Path> linked = new TreeMap<>();

  private Walk(Path root) {
    this.root = root;
  }

  /** The listing of a root, which may be missing. */
  static Listing below(Path root) {
    try {
      Path real = root.toRealPath();
      Walk walk = new Walk(real);
      FileStat stat = FileStat.of(real);
      if (stat.kind() != FileStat.FileKind.DIRECTORY) {
        throw new NotDirectoryException(null);
      }
      walk.enter("", real, stat);
      walk.run();
      return walk.listing(false);
    } catch (IOException missing) {
      Walk nothing = new Walk(root);
      nothing.problem(
          root.toString(),
          "the posts directory %s; make it available, or change posts.directory"
              .formatted(whyMissing(missing)));
      return nothing.listing(true);
    }
  }

  private static String whyMissing(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "does not exist";
    }
    return cause instanceof NotDirectoryException
        ? "is a file"
        : "cannot be reached (" + Reasons.of(cause) + ")";
  }

  private void run() {
    while (!unlisted.isEmpty() || !linked.isEmpty()) {
      if (unlisted.isEmpty()) {
        Map.Entry<String, Path> link = linked.pollFirstEntry();
        examine(
            link.getKey(),
            () -> enter(link.getKey(), link.getValue(), FileStat.of(link.getValue())));
      } else {
        Map.Entry<String, Path> directory = unlisted.removeFirst();
        examine(directory.getKey(), () -> list(directory.getKey(), directory.getValue()));
      }
    }
  }

  private void list(String directory, Path real) throws IOException {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(real)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (!IgnoredNames.contain(name)) {
          examine(prefix + name, () -> see(prefix + name, name, entry));
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
  }

  private void see(String path, String name, Path entry) throws IOException {
    if (!NameText.isText(name)) {
      problem(
          path,
          "the name "
              + NameText.fault(name)
              + "; rename the file"
              + (NameText.isDecoded(name) ? "" : ", or start the server with LC_ALL=C.UTF-8"));
      return;
    }
    FileStat stat = FileStat.of(entry);
    switch (stat.kind()) {
      case FILE -> files.put(path, stat.named(path));
      case DIRECTORY -> enter(path, entry, stat);
      case LINK -> follow(path, entry);
      case OTHER -> {}
    }
  }

  private void follow(String path, Path link) throws IOException {
    Path target;
    try {
      target = link.toRealPath();
    } catch (NoSuchFileException dangling) {
      problem(path, "the symbolic link is broken; remove it, or fix its target");
      return;
    }
    FileStat stat = FileStat.of(target);
    if (!target.startsWith(root)) {
      problem(
          path,
          "the symbolic link points outside the posts directory, so it is not followed; replace"
              + " it with its target");
    } else if (stat.isFile()) {
      files.put(path, stat.named(path));
    } else if (stat.kind() == FileStat.FileKind.DIRECTORY) {
      linked.put(path, target);
    }
  }

  private void enter(String path, Path real, FileStat stat) {
    if (stat.kind() == FileStat.FileKind.DIRECTORY && seen.add(real)) {
      directories.put(path, new SourceDirectory(real, stat.key()));
      unlisted.add(Map.entry(path, real));
    }
  }

  /**
   * A file that vanishes during the walk is not a problem; a file that cannot be read does not
   * count as deleted.
   */
  private void examine(String path, Look look) {
    try {
      look.run();
    } catch (NoSuchFileException vanished) {
      directories.remove(path);
    } catch (IOException refused) {
      unreadable.add(path);
      problem(
          path,
          "it cannot be read ("
              + Reasons.of(refused)
              + "); fix or remove it; until then, its last good version stays");
    }
  }

  private void problem(String path, String message) {
    String shown = path.isEmpty() ? String.valueOf(root.getFileName()) : path;
    problems.add(Problem.error(NameText.shown(shown), 1, Kind.FILE, message));
  }

  private Listing listing(boolean rootMissing) {
    return new Listing(
        Collections.unmodifiableSortedMap(files),
        Collections.unmodifiableSortedMap(directories),
        Set.copyOf(unreadable),
        problems.stream().sorted().toList(),
        rootMissing);
  }

  @FunctionalInterface
  private interface Look {
    void run() throws IOException;
  }
}
