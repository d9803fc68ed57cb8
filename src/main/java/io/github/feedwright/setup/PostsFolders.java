package io.github.feedwright.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where generators have posts. */
public final class PostsFolders {
  private static final List<String> USUAL =
      List.of(
          "_posts", "content", "source/_posts", "source", "posts", "src/content/blog", "src/posts");

  private PostsFolders() {}

  /** The first of them that is there, relative to the folder of a configuration file; or null. */
  public static @Nullable String beside(@Nullable Path config) {
    Path folder = config == null ? null : config.getParent();
    Path base = folder == null ? Path.of("") : folder;
    return USUAL.stream()
        .filter(each -> Files.isDirectory(base.resolve(each)))
        .findFirst()
        .orElse(null);
  }
}
