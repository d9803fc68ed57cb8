package io.github.feedwright.intake.state;

import io.github.feedwright.post.file.PostPaths;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a directory can be posts, and whether that is in doubt. Immutable.
 *
 * @param paths which files can be posts
 * @param doubtedSince since when the folder that decides this is missing, as of {@link
 *     System#nanoTime}, or null
 */
public record PostRule(PostPaths paths, @Nullable Long doubtedSince) {
  /** The rule of a directory with these folders. */
  public static PostRule in(Set<String> folders, boolean readsMdx) {
    return new PostRule(PostPaths.in(folders, readsMdx), null);
  }

  /**
   * The rule after another listing. If the folder that decides it is missing, it counts as gone
   * only after a while.
   *
   * @param now as of {@link System#nanoTime}
   */
  public PostRule next(Set<String> folders, long now, Duration believed) {
    PostRule listed = in(folders, paths.readsMdx());
    if (listed.paths.onlyPostsFolders() || !paths.onlyPostsFolders()) {
      return listed;
    }
    if (doubtedSince == null) {
      return new PostRule(paths, now);
    }
    return now - doubtedSince >= believed.toNanos() ? listed : this;
  }

  /** This rule, with another answer to whether {@code .mdx} files can be posts. */
  public PostRule with(boolean readsMdx) {
    return new PostRule(new PostPaths(paths.onlyPostsFolders(), readsMdx), doubtedSince);
  }

  /** Whether the folder that decides it is missing. */
  public boolean isDoubted() {
    return doubtedSince != null;
  }
}
