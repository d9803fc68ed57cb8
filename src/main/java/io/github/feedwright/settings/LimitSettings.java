package io.github.feedwright.settings;

/**
 * How large things may be. A post over a limit is refused or shown as plain text, and reported.
 *
 * @param post a post's file, in bytes
 * @param frontMatter a post's front matter, in bytes
 * @param html a rendered post, in bytes
 */
public record LimitSettings(long post, long frontMatter, long html) {}
