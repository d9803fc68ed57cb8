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
  /**
   * The rule of a directory with these folders.
   *
   * @param last says what the generator reads
   */
  public static PostRule in(Set<String> folders, PostPaths last) {
    return new PostRule(PostPaths.in(folders, last.readsMdx(), last.knowsPostsFolders()), null);
  }

  /**
   * The rule after another listing. If the folder that decides it is missing, it counts as gone
   * only after a while.
   *
   * @param now as of {@link System#nanoTime}
   */
  public PostRule next(Set<String> folders, long now, Duration believed) {
    PostRule listed = in(folders, paths);
    if (listed.paths.onlyPostsFolders() || !paths.onlyPostsFolders()) {
      return listed;
    }
    if (doubtedSince == null) {
      return new PostRule(paths, now);
    }
    return now - doubtedSince >= believed.toNanos() ? listed : this;
  }

  /** This rule for another generator. */
  public PostRule with(PostPaths other) {
    boolean isKnown = other.knowsPostsFolders();
    boolean onlyPostsFolders = isKnown && paths.onlyPostsFolders();
    return new PostRule(
        new PostPaths(onlyPostsFolders, other.readsMdx(), isKnown),
        onlyPostsFolders ? doubtedSince : null);
  }

  /** Whether the folder that decides it is missing. */
  public boolean isDoubted() {
    return doubtedSince != null;
  }
}
