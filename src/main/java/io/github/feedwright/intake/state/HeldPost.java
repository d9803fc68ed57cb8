package io.github.feedwright.intake.state;

import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Dates;
import io.github.feedwright.post.Post;

/**
 * What of a post goes out as it was last published, until somebody confirms that it is to change.
 *
 * @param dates when it was published and changed
 * @param id by which readers know it
 */
public record HeldPost(Dates dates, String id) {
  /** The post, with these in place of what is written. */
  Post of(Post post) {
    return post.with(dates).with(post.identity().with(new AssignedId(id, AssignedId.By.HELD)));
  }
}
