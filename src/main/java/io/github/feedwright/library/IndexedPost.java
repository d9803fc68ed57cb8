package io.github.feedwright.library;

import io.github.feedwright.post.AssignedId;
import io.github.feedwright.post.Post;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post with everything by which a library finds it. That depends on the post and the
 * configuration, never on other posts, so it is made once for each version of the post.
 *
 * @param post what its author wrote
 * @param terms its terms, each once, in the order of their taxonomies
 * @param inMain whether the site's feed contains it if feeds do
 * @param givenId the id that somebody or its former generator gave it, or null
 * @param guid the id that it has where no other post has it, to the letter
 * @param id the same as an IRI
 * @param permalink the path that it has where nothing else is there
 * @param isTranslated whether its folder is that of a language which is not the site's
 * @param oldPaths the paths that lead to it where nothing else is there
 * @param bareName the part of its file's path that a reference must name
 */
record IndexedPost(
    Post post,
    List<SpelledTerm> terms,
    boolean inMain,
    @Nullable String givenId,
    String guid,
    String id,
    String permalink,
    boolean isTranslated,
    List<String> oldPaths,
    String bareName) {

  /** Where it was read from. */
  String path() {
    return post.path();
  }

  /** When it was published. */
  Instant published() {
    return post.dates().published().toInstant();
  }

  /** How good its right to its id is: one that is written down or was published comes first. */
  int rightToId() {
    AssignedId assigned = post.identity().assigned();
    if (givenId == null) {
      return 0;
    }
    return assigned != null && assigned.id().equals(givenId) ? 2 : 1;
  }

  /** Whether it is the post that holds something. */
  boolean isSameAs(@Nullable IndexedPost holder) {
    return holder != null && holder.path().equals(path());
  }
}
