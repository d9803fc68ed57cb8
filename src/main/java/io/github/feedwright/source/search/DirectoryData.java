package io.github.feedwright.source.search;

import io.github.feedwright.generator.Eleventy;
import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.rule.EleventyData;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Eleventy's data for all files of a folder, {@code blog/blog.json} or {@code
 * blog/blog.11tydata.json}. Those that are programs are not run.
 */
final class DirectoryData {
  private static final int DEEPEST = 8;
  private static final int MOST = 200;
  private static final int LONGEST = 64 * 1024;
  private static final Set<String> SKIPPED = Set.of("node_modules", "_site", "_includes", "_data");

  private DirectoryData() {}

  /** A configuration with the data of folders, by their paths below the content. */
  static ConfigFile with(ConfigFile file, Path root) {
    Path content =
        new Eleventy()
            .contentFolders(file).stream().findFirst().map(root::resolve).orElse(root).normalize();
    Map<String, Path> found = new TreeMap<>();
    try {
      Files.walkFileTree(
          content, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new Visitor(content, found));
    } catch (IOException unreadable) {
      // The scan of the directory reports it.
      return file;
    }
    ConfigFile whole = file;
    for (Map.Entry<String, Path> each : found.entrySet()) {
      String text = GeneratorSearch.start(each.getValue(), LONGEST).replace('\t', ' ');
      whole =
          whole.with(
              EleventyData.dataOf(each.getKey()), ConfigFile.of(each.getValue().toString(), text));
    }
    return whole;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path content;
    private final Map<String, Path> found;

    Visitor(Path content, Map<String, Path> found) {
      this.content = content;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean isSkipped =
          !folder.equals(content) && (name.startsWith(".") || SKIPPED.contains(name));
      return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path folder = file.getParent();
      String name = String.valueOf(file.getFileName());
      String own = folder == null ? "" : String.valueOf(folder.getFileName());
      if (folder != null
          && !folder.equals(content)
          && attributes.isRegularFile()
          && (name.equals(own + ".json") || name.equals(own + ".11tydata.json"))) {
        String path = content.relativize(folder).toString().replace('\\', '/');
        found.merge(
            path,
            file,
            (one, other) -> other.toString().length() > one.toString().length() ? other : one);
      }
      return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
