package io.github.feedwright.page;

import java.util.List;

/**
 * The categories and tags of a post, each with its page.
 *
 * @param categories in the post's own spelling
 * @param tags in the post's own spelling
 */
public record PostTerms(List<Link> categories, List<Link> tags) {
  /** Neither categories nor tags. */
  public static final PostTerms NONE = new PostTerms(List.of(), List.of());

  public PostTerms {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return categories.isEmpty() && tags.isEmpty();
  }
}
