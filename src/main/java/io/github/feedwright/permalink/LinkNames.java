package io.github.feedwright.permalink;

import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.text.Slug;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names under which texts link to a post. */
public final class LinkNames {
  private LinkNames() {}

  /** Those of a post: the stem of its file; its title, and the stem without a date, as titles. */
  public static Set<String> of(Post post) {
    return Stream.of(post.stem(), ofTitle(post.title()), ofTitle(PostPaths.slug(post.path())))
        .collect(Collectors.toSet());
  }

  /** The name that stands for a title, however that is spelled. No file has it. */
  public static String ofTitle(String title) {
    return PostPaths.stem("[[" + Slug.of(title));
  }
}
