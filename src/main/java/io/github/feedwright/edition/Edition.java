package io.github.feedwright.edition;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.ClashProblems;
import io.github.feedwright.library.Library;
import java.time.YearMonth;
import java.util.Set;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * Everything that is published at one instant.
 *
 * @param snapshot what HTTP serves
 * @param scopes the scopes with feeds, some of which may be empty
 * @param emptied the terms that have lost their last post, with the months whose archives are left
 * @param touched the scopes whose feeds may differ from those of the previous edition
 * @param clashes what is wrong with the ids and addresses of posts
 * @param changed how much differs from the edition before
 */
public record Edition(
    MapSnapshot snapshot,
    PSet<Scope> scopes,
    PMap<Scope, Set<YearMonth>> emptied,
    Set<Scope> touched,
    ClashProblems clashes,
    Changed changed) {
  public Edition {
    touched = Set.copyOf(touched);
  }

  /**
   * How much differs from the edition before.
   *
   * @param posts how many posts came, went or were affected
   * @param feeds how many feeds have other bytes, counting every format
   */
  public record Changed(int posts, int feeds) {}

  /** The posts that show. */
  public Library library() {
    return snapshot.library();
  }
}
