package io.github.feedwright.post.frontmatter;

import org.jspecify.annotations.Nullable;

/** One way of writing front matter. */
interface Dialect {
  /**
   * Reads the front matter at the start of a file.
   *
   * @param text the file, line ends normalised to {@code \n}
   * @param limit how long the front matter may be, in bytes of UTF-8
   * @return the front matter, or null if the file does not begin with this dialect
   * @throws UnreadablePost if it begins with this dialect but cannot be read
   */
  @Nullable FrontMatter read(String text, long limit) throws UnreadablePost;
}
