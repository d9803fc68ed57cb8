package io.github.feedwright.post.field;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostName;
import java.util.Arrays;

/** Whether a post has a date of its own. */
public final class OwnDate {
  private OwnDate() {}

  /**
   * Whether a post's date is its own, and not that of folders that everything else in some folder
   * has as well.
   *
   * @param folder one that the post lies in, below the posts directory
   */
  public static boolean isBelow(Post post, String folder) {
    PostName name = PostName.of(post.path());
    String permalink = post.permalink();
    int depth = folder.split("/").length;
    return DateFields.isNamed(post.lines())
        || name.date() != null
        || (permalink != null && PostName.Day.in(Arrays.asList(permalink.split("/"))) != null)
        || PostName.Day.in(name.folders().subList(depth, name.folders().size())) != null;
  }
}
