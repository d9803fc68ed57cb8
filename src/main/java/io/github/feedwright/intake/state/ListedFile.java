package io.github.feedwright.intake.state;

import io.github.feedwright.library.file.Attachment.Access;
import io.github.feedwright.web.cache.DiskFile;
import org.jspecify.annotations.Nullable;

/**
 * A file next to posts, as it was listed.
 *
 * @param access who gets it, if the post that it belongs to is shown
 * @param size in bytes; 0 if nobody gets it
 * @param disk what is served, or null if nobody gets it
 * @param page the path of the page that the site's generator makes of it, or null
 */
public record ListedFile(Access access, long size, @Nullable DiskFile disk, @Nullable String page) {
  /** A file of an unknown type: nothing about it matters but that it is there. */
  public static final ListedFile OF_UNKNOWN_TYPE =
      new ListedFile(Access.UNKNOWN_TYPE, 0, null, null);

  /** A file that is private wherever it is linked to. */
  public static final ListedFile PRIVATE = new ListedFile(Access.PRIVATE, 0, null, null);

  /**
   * A file that is served.
   *
   * @param access who gets it
   */
  public static ListedFile of(Access access, DiskFile disk) {
    return new ListedFile(access, disk.size(), disk, null);
  }

  /**
   * A page of the site that is no post.
   *
   * @param address its path below {@code site.url}
   */
  public static ListedFile page(String address) {
    return new ListedFile(Access.PAGE, 0, null, address);
  }
}
