package io.github.feedwright.intake.state;

import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.thread.PublishingThread;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How many posts each folder holds. */
@PublishingThread
final class PostFolders {
  /** A folder of a year or a month is one with its siblings. */
  private static final Pattern DATES = Pattern.compile("(?:/|^)\\d+(?:/\\d+)*$");

  private final Map<String, Integer> posts = new HashMap<>();

  void add(String path) {
    posts.merge(folder(path), 1, Integer::sum);
  }

  void remove(String path) {
    posts.computeIfPresent(folder(path), (folder, count) -> count == 1 ? null : count - 1);
  }

  /** Whether there are posts in the folder of a file. */
  boolean hold(String path) {
    return posts.containsKey(folder(path));
  }

  /** The folder of a post; the index of a page bundle is in the folder around the bundle. */
  private static String folder(String path) {
    String folder = FilePath.folder(path);
    String outer = PostPaths.isIndex(path) ? FilePath.folder(folder) : folder;
    return DATES.matcher(outer).replaceFirst("");
  }
}
