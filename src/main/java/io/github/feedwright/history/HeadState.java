package io.github.feedwright.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/**
 * The commit of a working tree, as the state of the files that name it: if they are unchanged, so
 * is the commit. It checks a few files and reads no objects.
 *
 * @param files the state of each file
 */
public record HeadState(List<String> files) {
  private static final String REFERENCE = "ref: ";
  private static final String DIRECTORY = "gitdir: ";

  public HeadState {
    files = List.copyOf(files);
  }

  static HeadState of(Path posts) {
    try {
      WorkTree tree = workTree(posts);
      return new HeadState(tree == null ? List.of() : files(tree));
    } catch (IOException | InvalidPathException absent) {
      return new HeadState(List.of());
    }
  }

  private static List<String> files(WorkTree tree) {
    String head = text(tree.git().resolve("HEAD"));
    Path common = common(tree.git());
    List<String> files = new ArrayList<>();
    files.add(head);
    files.add(stamp(common.resolve("packed-refs")));
    files.add(stamp(common.resolve("reftable").resolve("tables.list")));
    files.add(stamp(common.resolve("shallow")));
    Config configuration = configuration(common.resolve("config"));
    IgnoredRevisions.files(configuration, tree.root()).forEach(file -> files.add(stamp(file)));
    if (head.startsWith(REFERENCE)) {
      files.add(stamp(common.resolve(head.substring(REFERENCE.length()))));
    }
    return files;
  }

  private record WorkTree(Path root, Path git) {}

  /** In a linked worktree or a submodule, {@code .git} is a file that names the directory. */
  private static @Nullable WorkTree workTree(Path posts) throws IOException {
    for (Path at = posts.toRealPath(); at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.isDirectory(git)) {
        return new WorkTree(at, git);
      }
      String text = Files.isRegularFile(git) ? text(git) : "";
      if (text.startsWith(DIRECTORY)) {
        return new WorkTree(at, at.resolve(text.substring(DIRECTORY.length())).normalize());
      }
    }
    return null;
  }

  private static Path common(Path directory) {
    String common = text(directory.resolve("commondir"));
    return common.isEmpty() ? directory : directory.resolve(common).normalize();
  }

  private static Config configuration(Path file) {
    Config configuration = new Config();
    try {
      configuration.fromText(text(file));
    } catch (ConfigInvalidException damaged) {
      return new Config();
    }
    return configuration;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException absent) {
      return "";
    }
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      return file + " " + is.fileKey() + " " + is.lastModifiedTime() + " " + is.size();
    } catch (IOException absent) {
      return "";
    }
  }
}
