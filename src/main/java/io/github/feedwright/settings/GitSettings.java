package io.github.feedwright.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How commits of the repository that holds the posts date changes of posts.
 *
 * @param firstCommit whether the commit that added a post counts as a change
 * @param atMost how many posts a commit may change and still count, at least 1
 * @param cache the file that keeps what was read of commits between runs, or null for none
 */
public record GitSettings(boolean firstCommit, int atMost, @Nullable Path cache) {}
