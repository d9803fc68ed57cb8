package io.github.feedwright.settings;

/**
 * What is taken from the commits of the repository that holds the posts.
 *
 * @param updated whether an entry's {@code updated} may come from them
 * @param firstCommit whether the commit that added a post counts as a change of it
 * @param atMost how many posts a commit may change and still count
 */
public record GitSettings(boolean updated, boolean firstCommit, int atMost) {}
