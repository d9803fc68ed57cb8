package io.github.feedwright.identity;

import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.post.Post;
import io.github.feedwright.settings.Settings;

/** Computes what identifies a post after its file was renamed. */
public final class Traits {
  private final Permalinks permalinks;

  /** Traits by this configuration's permalinks. */
  public Traits(Settings settings) {
    this.permalinks = new Permalinks(settings);
  }

  /**
   * What identifies a post.
   *
   * @param textHash {@link TextHash} of its text
   */
  public PostTraits of(Post post, String textHash) {
    return new PostTraits(
        post.path(),
        post.identity().guid(),
        post.stem(),
        textHash,
        permalinks.of(post),
        post.address().aliases().stream().map(Permalinks::path).toList(),
        post.identity().wordpressId(),
        post.dates().published().toInstant(),
        post.title(),
        post.body().packed());
  }
}
