package io.github.feedwright.settings;

import io.github.feedwright.settings.value.Forms;
import io.github.feedwright.settings.value.Quantities;
import io.github.feedwright.settings.value.Section;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How commits of the repository that holds the posts date changes of posts.
 *
 * @param firstCommit whether the commit that added a post counts as a change
 * @param atMost how many posts a commit may change and still count, at least 1
 * @param cache the file that keeps what was read of commits between runs, or null for none
 * @param file the file that configures it
 * @param line the line there that says that commits date changes
 */
public record GitSettings(
    boolean firstCommit, int atMost, @Nullable Path cache, String file, int line) {
  private static final String KEY = "updated";
  private static final String AUTHOR = "author";
  private static final String GIT = "git";

  /** Reads {@code updated} of {@code posts}, and {@code git}; null if only authors date changes. */
  static @Nullable GitSettings read(Section posts, Section git, String file) {
    boolean first = git.value("first-commit", false, Forms.YES_OR_NO);
    int most = git.value("at-most", 20, Quantities.number(1, 1_000_000));
    return posts.value(KEY, AUTHOR, Forms.oneOf(List.of(AUTHOR, GIT))).equals(GIT)
        ? new GitSettings(first, most, null, file, posts.line(KEY))
        : null;
  }

  GitSettings with(Path otherCache) {
    return new GitSettings(firstCommit, atMost, otherCache, file, line);
  }
}
