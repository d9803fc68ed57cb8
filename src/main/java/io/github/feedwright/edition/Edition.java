package io.github.feedwright.edition;

import io.github.feedwright.edition.document.SharedResource;
import io.github.feedwright.feed.Scope;
import io.github.feedwright.library.ClashProblems;
import io.github.feedwright.library.Library;
import io.github.feedwright.settings.FeedsSettings;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Objects;
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
 * @param cold the scopes whose feeds are made at their first request until they are prepared, with
 *     the time since which this process has had what they are made of
 * @param clashes what is wrong with the ids and addresses of posts
 * @param changed how much differs from the edition before
 */
public record Edition(
    MapSnapshot snapshot,
    PSet<Scope> scopes,
    PMap<Scope, Set<YearMonth>> emptied,
    Set<Scope> touched,
    PMap<Scope, Instant> cold,
    ClashProblems clashes,
    Changed changed) {
  public Edition {
    touched = Set.copyOf(touched);
  }

  /**
   * How much differs from the edition before.
   *
   * @param posts how many posts came, went, or have another text, address or id
   * @param feeds how many feeds that are prepared have other bytes, counting every format
   */
  public record Changed(int posts, int feeds) {}

  /** The posts that show. */
  public Library library() {
    return snapshot.library();
  }

  /** How many feeds it has, counting every format. */
  public int feeds(FeedsSettings settings) {
    return scopes.size() * settings.formats().size();
  }

  /** How many feeds are not prepared yet, counting every format. */
  public int warming(FeedsSettings settings) {
    return cold.size() * settings.formats().size();
  }

  /** Since when this process has had what a cold feed is made of. */
  Instant since(Scope scope) {
    return Objects.requireNonNull(cold.get(scope));
  }

  /** This edition after some feeds were prepared. */
  Edition warmed(PMap<String, SharedResource> table, Collection<Scope> prepared) {
    return new Edition(
        snapshot.with(table),
        scopes,
        emptied,
        Set.of(),
        cold.minusAll(prepared),
        clashes,
        new Changed(0, 0));
  }
}
