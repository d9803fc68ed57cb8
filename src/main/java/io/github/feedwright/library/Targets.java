package io.github.feedwright.library;

import org.jspecify.annotations.Nullable;

/** What the text of a post may point at. */
public interface Targets {
  /**
   * The permalink of the post that somebody names as in {@code post_url} or {@code ref}: by its
   * path below the posts directory, with or without extensions, by its file name, or by its stem.
   * Of several posts it is the one at that path, else the oldest; with a slash before the name,
   * none of several.
   *
   * @return the path of the post below {@code site.url}, beginning with {@code /}, or null where
   *     there is no such post
   */
  @Nullable String permalink(String name);

  /**
   * The file beside the posts at a path below the posts directory.
   *
   * @return the file, or null where there is none
   */
  @Nullable Attachment attachment(String path);
}
