package io.github.feedwright.source.search;

import io.github.feedwright.generator.config.ConfigFile;
import io.github.feedwright.generator.path.IgnoredPaths;
import io.github.feedwright.generator.program.Eleventy;
import io.github.feedwright.generator.rule.EleventyData;
import io.github.feedwright.generator.rule.EleventyFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Eleventy's data for all files of a folder, {@code blog/blog.json} or {@code
 * blog/blog.11tydata.js}, for one, {@code blog/post.json}, and for all templates, {@code
 * _data/site.js}. Those that are programs are not run: what they write out is read.
 */
final class DirectoryData {
  private static final int DEEPEST = 8;
  private static final int MOST = 200;
  private static final int LONGEST = 64 * 1024;
  private static final Set<String> SKIPPED = Set.of("node_modules", "_site", "_includes", "_data");
  private static final Pattern DATA =
      Pattern.compile("(.+?)(?:(?:\\.11tydata)?\\.json|\\.11tydata\\.[cm]?js)");
  private static final Pattern GLOBAL = Pattern.compile("([\\w-]+)\\.(?:json|[cm]?js)");
  private static final Pattern NO_GIT_IGNORE =
      Pattern.compile("setUseGitIgnore\\(\\s*false\\s*\\)");
  private static final List<String> TEXTS = List.of(".md", ".markdown", ".html");

  private DirectoryData() {}

  /** A configuration with the data of folders, by their paths below the content. */
  static ConfigFile with(ConfigFile file, Path root) {
    Path content =
        new Eleventy()
            .contentFolders(file).stream().findFirst().map(root::resolve).orElse(root).normalize();
    Map<Path, String> found = new TreeMap<>();
    try {
      Files.walkFileTree(
          content,
          EnumSet.noneOf(FileVisitOption.class),
          DEEPEST,
          new Visitor(root, content, found));
    } catch (IOException unreadable) {
      // The scan of the directory reports it.
      return file;
    }
    addGlobal(content.resolve(EleventyFolders.data(file.text())).normalize(), found);
    List<Map.Entry<String, ConfigFile>> parts = new ArrayList<>();
    // Of a key, the first value counts: that of a.11tydata.json, before that of a.json.
    for (Map.Entry<Path, String> each : found.entrySet()) {
      String text = GeneratorSearch.start(each.getKey(), LONGEST).replace('\t', ' ');
      if (text.length() < LONGEST) {
        ConfigFile data = ConfigFile.ofData(each.getKey().toString(), text);
        parts.add(Map.entry(EleventyData.dataOf(each.getValue()), data));
      }
    }
    parts.add(Map.entry(IgnoredPaths.LISTS, ignored(file, root, content)));
    return file.with(parts);
  }

  /** The lines of its lists of ignored files, from the root. */
  private static ConfigFile ignored(ConfigFile file, Path root, Path content) {
    List<Path> lists = new ArrayList<>(List.of(root.resolve(".eleventyignore")));
    if (!content.equals(root.normalize())) {
      lists.add(content.resolve(".eleventyignore"));
    }
    if (!NO_GIT_IGNORE.matcher(file.text()).find()) {
      lists.add(root.resolve(".gitignore"));
    }
    List<String> lines = new ArrayList<>();
    for (Path list : lists) {
      Path folder = root.normalize().relativize(list.normalize().resolveSibling(""));
      String before = folder.toString().isEmpty() ? "" : folder + "/";
      String text = Files.isRegularFile(list) ? GeneratorSearch.start(list, LONGEST) : "";
      text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(line -> lines.add(before + line.replaceFirst("^/", "")));
    }
    return ConfigFile.ofLines(file.path(), lines);
  }

  /** Data of all templates; not those in inner folders, which hold lists. */
  private static void addGlobal(Path folder, Map<Path, String> found) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .sorted()
          .filter(Files::isRegularFile)
          .limit(MOST)
          .forEach(
              file -> {
                Matcher named = GLOBAL.matcher(String.valueOf(file.getFileName()));
                if (named.matches()) {
                  found.put(file, EleventyData.global(named.group(1)));
                }
              });
    } catch (IOException | UncheckedIOException unreadable) {
      // Most sites have none; what it would hold is not known.
      return;
    }
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path content;
    private final Map<Path, String> found;

    Visitor(Path root, Path content, Map<Path, String> found) {
      this.root = root;
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
      Matcher named = DATA.matcher(String.valueOf(file.getFileName()));
      String section = named.matches() ? section(file, named.group(1)) : null;
      if (section != null && attributes.isRegularFile()) {
        found.put(file, section);
      }
      return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** The section of posts that a file of data is for, by its name; null if it is for none. */
    private @Nullable String section(Path file, String name) {
      Path folder = file.resolveSibling("");
      String path = content.relativize(folder).toString().replace('\\', '/');
      boolean isOfFolder = name.equals(String.valueOf(folder.getFileName()));
      if (isOfFolder && !folder.equals(content)) {
        return path;
      }
      if (isOfFolder && !content.equals(root.normalize())) {
        return EleventyData.ALL;
      }
      return TEXTS.stream().anyMatch(end -> Files.exists(file.resolveSibling(name + end)))
          ? EleventyData.ofFile(path.isEmpty() ? name : path + "/" + name)
          : null;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
