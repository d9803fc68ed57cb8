package io.github.feedwright.library;

import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedSet;

/**
 * Reports posts that claim the same id, permalink or alias: one problem for each name that is
 * claimed, at the newest post that cannot have it, which its author is probably working on. A
 * folder may have thousands of files of one name, so only those that the problem names are looked
 * at.
 */
final class Clashes {
  private static final int MOST_NAMED = 3;

  private final PostIds ids;
  private final AddressTable addresses;

  Clashes(PostIds ids, AddressTable addresses) {
    this.ids = ids;
    this.addresses = addresses;
  }

  /** What a post claims. */
  enum Of {
    ID,
    PERMALINK,
    ALIAS
  }

  /**
   * A name that only one post can have.
   *
   * @param name an id as an IRI, or a path
   */
  record Claim(Of of, String name) {}

  /**
   * The posts that claim one name.
   *
   * @param losers the first of those that cannot have it, as many as may be named
   * @param count how many there are that cannot have it; at least one
   * @param holder the one that has it
   */
  private record Claimants(List<IndexedPost> losers, int count, IndexedPost holder) {
    static @Nullable Claimants of(Claims claims, String name) {
      PSortedSet<IndexedPost> posts = claims.of(name);
      int count = posts.size() - 1;
      return count < 1
          ? null
          : new Claimants(
              posts.stream().limit(Math.min(count, 1 + MOST_NAMED)).toList(), count, posts.last());
    }

    IndexedPost newest() {
      return losers.get(0);
    }

    boolean isOne() {
      return count == 1;
    }

    /** All that cannot have the name. */
    String all() {
      return isOne() ? "this post" : "this post and " + others();
    }

    /** All of them but the newest. */
    String others() {
      return joined(losers.subList(1, losers.size()), count - 1, IndexedPost::path);
    }
  }

  /** Adds the names that a post and others claim. */
  void addContested(IndexedPost post, Set<Claim> to) {
    addContested(Of.ID, post.id(), to);
    addContested(Of.PERMALINK, post.permalink(), to);
    post.oldPaths().forEach(path -> addContested(Of.ALIAS, path, to));
  }

  private void addContested(Of of, String name, Set<Claim> to) {
    if (claims(of).isContested(name)) {
      to.add(new Claim(of, name));
    }
  }

  private Claims claims(Of of) {
    return switch (of) {
      case ID -> ids.claims();
      case PERMALINK -> addresses.permalinks();
      case ALIAS -> addresses.aliases();
    };
  }

  /** What is wrong with a name, or null. */
  @Nullable Problem of(Claim claim) {
    String name = claim.name();
    Claimants claimants = Claimants.of(claims(claim.of()), name);
    return claimants == null
        ? null
        : switch (claim.of()) {
          case ID -> sameId(claimants, name);
          case PERMALINK -> addresses.isTaken(name) ? null : samePermalink(claimants, name);
          case ALIAS -> sameAlias(claimants, name);
        };
  }

  private @Nullable Problem sameId(Claimants claimants, String id) {
    if (claimants.newest().givenId() != null) {
      return sameGuid(claimants, id);
    }
    return isTranslated(claimants.holder(), ids.claims().of(id)) ? null : sameName(claimants);
  }

  /** Whether all others are translations of a post, in the folders of their languages. */
  private static boolean isTranslated(IndexedPost original, Collection<IndexedPost> posts) {
    String key = original.post().translationKey();
    return key != null
        && !original.isTranslated()
        && posts.stream()
            .filter(each -> !each.isSameAs(original))
            .allMatch(each -> each.isTranslated() && key.equals(each.post().translationKey()));
  }

  private Problem sameName(Claimants claimants) {
    IndexedPost holder = claimants.holder();
    List<IndexedPost> unwritten = new ArrayList<>(claimants.losers());
    if (holder.givenId() == null) {
      unwritten.add(holder);
    }
    int more = claimants.count() - claimants.losers().size();
    String whose =
        claimants.isOne()
            ? "the id of this post comes from its path"
            : "the ids of this post and of " + claimants.others() + " come from their paths";
    Function<IndexedPost, String> guid = of -> "guid: " + ids.guid(of) + " into " + of.path();
    String guids = joined(unwritten, unwritten.size() + more, guid);
    return warning(
            claimants.newest(),
            1,
            ("the file name gives the id \"%s\", which belongs to %s: %s instead; to keep these ids when"
                    + " a file is renamed or its date changes, write %s")
                .formatted(claimants.newest().post().stem(), holder.path(), whose, guids))
        .asNote();
  }

  private static Problem sameGuid(Claimants claimants, String id) {
    String fix = claimants.all() + (claimants.isOne() ? " its own guid" : " guids of their own");
    return warning(
        claimants.newest(),
        claimants.newest().post().lines().of("guid", "id", "wordpress_url", "blogger_id"),
        "the id \"%s\" already belongs to %s, which keeps it; give %s"
            .formatted(id, claimants.holder().path(), fix));
  }

  private static Problem samePermalink(Claimants claimants, String path) {
    IndexedPost newest = claimants.newest();
    String reason =
        " already belongs to "
            + (claimants.holder().published().isBefore(newest.published()) ? "the older post " : "")
            + claimants.holder().path()
            + ", which keeps it; ";
    String is = Permalinks.apart(path, newest.post());
    String many =
        ("give %s other slugs or permalinks; until then, each is at an address made from its file's"
                + " path, this one at \"%s\"")
            .formatted(claimants.all(), is);
    return claimants.isOne()
        ? ShadowedAddresses.displaced(newest, path, reason, is)
        : ShadowedAddresses.displaced(newest, path, reason + many);
  }

  private static Problem sameAlias(Claimants claimants, String path) {
    return warning(
        claimants.newest(),
        claimants.newest().post().lines().of("aliases", "redirect_from", "link"),
        "the alias \"%s\" already redirects to %s, which keeps it; remove it from %s"
            .formatted(
                path,
                claimants.holder().path(),
                claimants.isOne() ? "one of the two" : claimants.all()));
  }

  /**
   * Names some posts.
   *
   * @param posts the first of them
   * @param count how many there are
   */
  private static String joined(
      List<IndexedPost> posts, int count, Function<IndexedPost, String> text) {
    String first = posts.stream().limit(MOST_NAMED).map(text).collect(Collectors.joining(", "));
    int more = count - MOST_NAMED;
    return more <= 0 ? first : first + " and " + roughly(more) + " more";
  }

  /** Not the exact number: the problem would be logged again for each of thousands that goes. */
  private static String roughly(int count) {
    int unit = (int) Math.pow(10, (int) Math.log10(count));
    int round = count / unit * unit;
    return round == count ? "" + count : "over " + round;
  }

  private static Problem warning(IndexedPost post, int line, String message) {
    return Problem.warning(post.path(), line, Kind.CLASH, message);
  }
}
