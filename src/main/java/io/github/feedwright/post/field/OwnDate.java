package io.github.feedwright.post.field;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostName;
import java.util.Arrays;

/** Whether a post has a date of its own. */
public final class OwnDate {
  private OwnDate() {}

  /**
   * Whether a post has its own date, and not one that comes from folder names and applies to
   * everything in them.
   *
   * @param path its file, or the one that it would have
   * @param folder a folder that contains that file, below the posts directory
   */
  public static boolean isBelow(Post post, String path, String folder) {
    PostName name = PostName.of(path);
    String permalink = post.address().permalink();
    int depth = folder.split("/").length;
    return DateFields.isNamed(post.lines())
        || name.date() != null
        || (permalink != null && PostName.Day.in(Arrays.asList(permalink.split("/"))) != null)
        || PostName.Day.in(name.folders().subList(depth, name.folders().size())) != null;
  }

  /** Whether a post's front matter dates it. */
  public static boolean isInFrontMatter(Post post) {
    return DateFields.isNamed(post.lines());
  }
}
