package io.github.feedwright.edition.entry;

import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.thread.PublishingThread;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Compresses the texts of the posts that a pipeline has begun with: nobody should wait for that at
 * the start. Later posts are compressed when they are read.
 */
@PublishingThread
public final class TextPacking {
  /** So many posts at once: a change is not delayed for longer than that. */
  private static final int POSTS_AT_ONCE = 100;

  private @Nullable Iterator<Post> rest;

  /**
   * Compresses some texts.
   *
   * @param library at the first call, with the posts to begin with
   * @return whether there are more
   */
  public boolean step(Library library) {
    if (rest == null) {
      rest = library.all().iterator();
    }
    for (int done = 0; done < POSTS_AT_ONCE && rest.hasNext(); done++) {
      rest.next().body().packed().pack();
    }
    if (!rest.hasNext()) {
      // So that it does not keep the library.
      rest = Collections.emptyIterator();
    }
    return rest.hasNext();
  }
}
