package io.github.feedwright.intake.state;

import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Dates;
import io.github.feedwright.post.Post;

/**
 * The dates and the id that a post was last published with. They stay until somebody confirms the
 * change.
 *
 * @param dates when it was published and changed
 * @param id by which readers know it
 */
public record HeldValues(Dates dates, String id) {
  /** The post with these dates and this id. */
  Post applyTo(Post post) {
    return post.with(dates).with(post.identity().with(new AssignedId(id, AssignedId.By.HELD)));
  }
}
