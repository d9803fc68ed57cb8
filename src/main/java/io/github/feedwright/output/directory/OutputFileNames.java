package io.github.feedwright.output.directory;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.MediaTypes;
import io.github.feedwright.text.PercentEncoding;
import io.github.feedwright.web.ContentCoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the files for paths; below the output directory, with {@code /} between names. */
public final class OutputFileNames {
  /** What a server looks for in a folder. */
  public static final String INDEX = "index.html";

  /** In bytes of UTF-8: what file systems of Linux, macOS and Windows take. */
  private static final int LONGEST_NAME = 255;

  /** In bytes of UTF-8; Linux takes 4,096, together with the output directory. */
  private static final int LONGEST_PATH = 3072;

  /** What hosts and servers read, and serve to nobody. */
  public static final String REDIRECTS = "_redirects";

  public static final String HEADERS = "_headers";

  /** The folder of what is about the site, and not part of it. */
  public static final String FOLDER = ".feedwright";

  private static final Set<String> RESERVED = Set.of(REDIRECTS, HEADERS, FOLDER);

  private static final Set<String> PAGES = Set.of("html", "htm");

  /** What a page with another name would be taken for, beside feeds and the types of files. */
  private static final Set<String> DOCUMENTS =
      Set.of("xml", "rss", "atom", "rdf", "opml", "css", "js", "ico");

  private static final Set<String> FEEDS =
      FeedFormats.all().stream()
          .map(each -> MediaTypes.extension(each.fileName()))
          .collect(Collectors.toUnmodifiableSet());

  private OutputFileNames() {}

  /** The file of something that is not a page: its name is in its path. */
  public static String plain(String path) {
    return path.endsWith("/") ? path.substring(1) + INDEX : path.substring(1);
  }

  /**
   * The file of a page. One without an extension for pages is the index of a folder: by that every
   * server knows what it is.
   */
  public static String page(String path) {
    boolean isNamed = path.endsWith("/") || PAGES.contains(MediaTypes.extension(path));
    return isNamed ? plain(path) : path.substring(1) + "/" + INDEX;
  }

  /** Whether a server would take what is at a path for something else than a page. */
  public static boolean isDocument(String path) {
    String extension = MediaTypes.extension(path);
    return FEEDS.contains(extension)
        || DOCUMENTS.contains(extension)
        || MediaTypes.DEFAULT.of(path) != null;
  }

  /** Whether a path is served from a file that is not named after it. */
  public static boolean isFolded(String path) {
    return !page(path).equals(plain(path));
  }

  /** Why no file can have this name, as the end of a sentence; null if one can. */
  public static @Nullable String fault(String file) {
    if (isReserved(file)) {
      return "build writes a file of its own there; write another name";
    }
    int all = 0;
    for (String name : file.split("/", -1)) {
      int bytes = name.getBytes(StandardCharsets.UTF_8).length;
      all += bytes + 1;
      if (bytes > LONGEST_NAME) {
        return "the name \""
            + shortened(name)
            + "\" in it has "
            + bytes
            + " bytes, and file systems take 255; make it shorter";
      }
      if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
        return "no file can be called \"" + PercentEncoding.path(name) + "\"; write another name";
      }
    }
    return all > LONGEST_PATH ? "it has " + all + " bytes, and file systems take 3072" : null;
  }

  /** Whether a file, or a folder on its path, would stand where one of build's own is. */
  public static boolean isReserved(String file) {
    int end = file.indexOf('/');
    return RESERVED.contains(end < 0 ? file : file.substring(0, end));
  }

  private static String shortened(String name) {
    int end = name.offsetByCodePoints(0, Math.min(20, name.codePointCount(0, name.length())));
    return end == name.length() ? name : name.substring(0, end) + "…";
  }

  /** The file with the same in a coding, as servers look for it. */
  public static String compressed(String file, ContentCoding coding) {
    return file + (coding == ContentCoding.GZIP ? ".gz" : "." + coding.token());
  }

  /** The folders of a file, the innermost first. */
  public static List<String> folders(String file) {
    return Stream.iterate(FilePath.folder(file), each -> !each.isEmpty(), FilePath::folder)
        .toList();
  }
}
