package io.github.feedwright.source.search;

import io.github.feedwright.generator.rule.SitePages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the pages of a site that are not read with its posts, for links to them. Changes of pages
 * are seen when the generator is looked for again.
 */
final class PageSearch {
  private static final int DEEPEST = 4;
  private static final int MOST_FILES = 2000;
  private static final int LONGEST_START = 2048;
  private static final Pattern LEFT_OUT = Pattern.compile("[._].*|node_modules|vendor");
  private static final Pattern PAGE = Pattern.compile(".*\\.(?:md|markdown|html)");

  private PageSearch() {}

  /** The addresses of pages by what links name. */
  static Map<String, String> in(GeneratorSearch.Found found) {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String folder : found.generator().pageFolders(found.file())) {
      for (Path file : files(found.root().resolve(folder))) {
        String path = found.root().relativize(file).toString().replace('\\', '/');
        String start = GeneratorSearch.start(file, LONGEST_START);
        SitePages.Page page = found.generator().page(path, start, found.file());
        if (page != null) {
          pages.putIfAbsent(page.name(), page.address());
        }
      }
    }
    return pages;
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    add(folder, files, DEEPEST);
    return files;
  }

  private static void add(Path folder, List<Path> files, int levels) {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path each : inside.sorted().toList()) {
        boolean isLeftOut = LEFT_OUT.matcher(each.getFileName().toString()).matches();
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !isLeftOut && levels > 1) {
          add(each, files, levels - 1);
        } else if (files.size() < MOST_FILES
            && PAGE.matcher(each.toString()).matches()
            && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
          files.add(each);
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      // What cannot be read has no pages.
      return;
    }
  }
}
