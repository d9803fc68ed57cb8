package io.github.feedwright.library.file;

import org.jspecify.annotations.Nullable;

/**
 * A file next to posts.
 *
 * @param path below the posts directory
 * @param size in bytes
 * @param access who gets it
 * @param page the path below {@code site.url} of the page that the site's generator makes of it, or
 *     null
 */
public record Attachment(String path, long size, Access access, @Nullable String page) {
  /** Who gets a file. */
  public enum Access {
    /** Everybody. */
    EVERYBODY,
    /** Everybody, if a post that is shown links to it. */
    LINKED,
    /** Nobody, because its media type is not known. */
    UNKNOWN_TYPE,
    /** Nobody, because the site's generator makes a page of it. */
    PAGE,
    /** Nobody, because it belongs to a post that is not shown. */
    PRIVATE
  }

  /** Whether a post that is shown can link to it. */
  public boolean isServed() {
    return access == Access.EVERYBODY || access == Access.LINKED;
  }
}
