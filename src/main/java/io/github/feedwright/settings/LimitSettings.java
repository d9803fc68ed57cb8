package io.github.feedwright.settings;

import java.time.Duration;

/**
 * How large things may be. A post over a limit is refused or shown as plain text, and reported.
 *
 * @param post a post's file, in bytes
 * @param frontMatter a post's front matter, in bytes
 * @param html a rendered post, in bytes
 * @param nesting how deep quotes and lists may be nested; HTML elements twice as deep
 * @param lines of a post's text
 * @param terms per post and taxonomy
 * @param render how much time rendering a post may take on a core of 2020, counted as work
 */
public record LimitSettings(
    long post, long frontMatter, long html, int nesting, int lines, int terms, Duration render) {

  /** The limits if nothing else is configured. */
  public static final LimitSettings DEFAULT =
      new LimitSettings(1 << 20, 1 << 16, 4 << 20, 100, 20_000, 100, Duration.ofSeconds(2));

  /** How deep HTML elements may be nested: a list counts as two, itself and its item. */
  public int depth() {
    return 2 * nesting;
  }
}
