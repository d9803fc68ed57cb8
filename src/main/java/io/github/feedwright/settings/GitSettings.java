package io.github.feedwright.settings;

/**
 * How commits of the repository that holds the posts date changes of posts.
 *
 * @param firstCommit whether the commit that added a post counts as a change
 * @param atMost how many posts a commit may change and still count, at least 1
 */
public record GitSettings(boolean firstCommit, int atMost) {}
