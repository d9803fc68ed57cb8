package io.github.feedwright.post;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether, from when and until when a post is shown. What might be a draft is not shown.
 *
 * @param visible false for a draft and for everything that might be one
 * @param from the first instant at which it shows: the later of its date and its publish date
 * @param until the first instant at which it no longer shows, or null
 */
public record Visibility(boolean visible, Instant from, @Nullable Instant until) {
  /** Of a post that its generator never publishes, so that its text is for nobody. */
  public static final Visibility NEVER = new Visibility(false, Instant.MAX, null);

  /** Whether it is shown only from or until some time. */
  public boolean isTimed() {
    return !from.equals(Instant.MIN) || until != null;
  }

  /** Whether the post shows at the given instant. */
  public boolean at(Instant now) {
    return visible && !now.isBefore(from) && (until == null || now.isBefore(until));
  }
}
