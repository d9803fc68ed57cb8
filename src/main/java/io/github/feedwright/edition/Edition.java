package io.github.feedwright.edition;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.Library;
import io.github.feedwright.problem.Problem;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Everything that is published at one instant.
 *
 * @param snapshot what HTTP serves
 * @param scopes the scopes with feeds, some of which may be empty
 * @param emptied the terms that have lost their last post, with the months whose archives are left
 * @param shadowed by file, which of a post's addresses are taken by something else
 */
public record Edition(
    MapSnapshot snapshot,
    PSet<Scope> scopes,
    PMap<Scope, Set<YearMonth>> emptied,
    PMap<String, List<Problem>> shadowed) {

  /** The posts that show. */
  public Library library() {
    return snapshot.library();
  }
}
