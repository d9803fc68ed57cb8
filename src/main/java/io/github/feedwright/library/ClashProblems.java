package io.github.feedwright.library;

import io.github.feedwright.library.Clashes.Claim;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The problems of the ids and addresses of the posts of a library. Immutable. What a change does
 * not touch stays the same object, because many posts may have problems for a long time.
 */
public final class ClashProblems {
  /** No problem. */
  public static final ClashProblems NONE =
      new ClashProblems(HashTreePMap.empty(), HashTreePMap.empty());

  private final PMap<String, List<Problem>> shadowed;
  private final PMap<Claim, Problem> clashes;

  private ClashProblems(PMap<String, List<Problem>> shadowed, PMap<Claim, Problem> clashes) {
    this.shadowed = shadowed;
    this.clashes = clashes;
  }

  /** The problems of the posts of a library. */
  public static ClashProblems of(Library library) {
    Collection<Post> posts = new ArrayList<>();
    library.all().forEach(posts::add);
    return NONE.after(library, library, List.of(), posts);
  }

  /**
   * The same after a change.
   *
   * @param gone the posts that were removed or affected, as the library before has them
   * @param come the posts that were added or affected, as the library after has them
   */
  public ClashProblems after(
      Library before, Library after, Collection<Post> gone, Collection<Post> come) {
    PMap<String, List<Problem>> nowShadowed = shadowed;
    Set<Claim> claims = new LinkedHashSet<>();
    for (Post post : gone) {
      nowShadowed = nowShadowed.minus(post.path());
      before.clashes().addContested(before.indexed(post), claims);
    }
    for (Post post : come) {
      List<Problem> problems = after.shadowed(post);
      nowShadowed =
          problems.isEmpty()
              ? nowShadowed.minus(post.path())
              : nowShadowed.plus(post.path(), problems);
      after.clashes().addContested(after.indexed(post), claims);
    }
    PMap<Claim, Problem> nowClashes = clashes;
    for (Claim claim : claims) {
      Problem problem = after.clashes().of(claim);
      nowClashes = problem == null ? nowClashes.minus(claim) : nowClashes.plus(claim, problem);
    }
    return new ClashProblems(nowShadowed, nowClashes);
  }

  /** Adds all of them. */
  public void addTo(Collection<Problem> problems) {
    shadowed.values().forEach(problems::addAll);
    problems.addAll(clashes.values());
  }
}
