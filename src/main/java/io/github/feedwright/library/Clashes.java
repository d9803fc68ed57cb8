package io.github.feedwright.library;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reports posts that claim the same id, permalink or alias. */
final class Clashes {
  private static final int MOST_NAMED = 3;

  private final Ids rules;
  private final Claims ids;
  private final AddressTable addresses;

  Clashes(Ids rules, Claims ids, AddressTable addresses) {
    this.rules = rules;
    this.ids = ids;
    this.addresses = addresses;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    ids.contested().forEach(id -> sameId(id, problems));
    addresses.permalinks().contested().forEach(path -> samePermalink(path, problems));
    addresses.aliases().contested().forEach(path -> sameAlias(path, problems));
    return problems;
  }

  private void sameId(String id, List<Problem> problems) {
    List<IndexedPost> contenders = contenders(ids, id);
    for (IndexedPost post : contenders) {
      if (post.givenId() != null) {
        int line = post.post().lines().of("guid", "id", "wordpress_url", "blogger_id");
        problems.add(sameId(post, line, id, "give this post its own guid"));
      }
    }
    List<IndexedPost> named = contenders.stream().filter(post -> post.givenId() == null).toList();
    if (!named.isEmpty()) {
      problems.add(sameName(named, ids.of(id).last()));
    }
  }

  /** One report for one cause: at the newest post, which its author is probably working on. */
  private Problem sameName(List<IndexedPost> named, IndexedPost holder) {
    IndexedPost newest = named.get(0);
    List<IndexedPost> unwritten = new ArrayList<>(named);
    if (holder.givenId() == null) {
      unwritten.add(holder);
    }
    return warning(
        newest,
        1,
        "the file name gives the id \""
            + newest.post().stem()
            + "\", which belongs to "
            + holder.path()
            + ": "
            + (named.size() == 1
                ? "the id of this post comes from its path instead"
                : "the ids of this post and of " + others(named) + " come from their paths instead")
            + "; to keep these ids when a file is renamed or its date changes, write "
            + joined(unwritten, this::guid));
  }

  private static String others(List<IndexedPost> named) {
    return joined(named.subList(1, named.size()), IndexedPost::path);
  }

  private String guid(IndexedPost post) {
    boolean isHolder = post.is(ids.holder(post.id()));
    return "guid: " + (isHolder ? post.guid() : rules.own(post.path())) + " into " + post.path();
  }

  /** A folder may have thousands of files of one name: nobody reads a line that names them all. */
  private static String joined(List<IndexedPost> posts, Function<IndexedPost, String> text) {
    String first = posts.stream().limit(MOST_NAMED).map(text).collect(Collectors.joining(", "));
    int more = posts.size() - MOST_NAMED;
    return more <= 0 ? first : first + " and " + more + " more";
  }

  private Problem sameId(IndexedPost post, int line, String id, String fix) {
    String holder = holder(ids, id);
    return warning(
        post,
        line,
        "the id \"" + id + "\" already belongs to " + holder + ", which keeps it; " + fix);
  }

  private void samePermalink(String path, List<Problem> problems) {
    IndexedPost holder = addresses.permalinks().of(path).last();
    for (IndexedPost post :
        addresses.isTaken(path)
            ? List.<IndexedPost>of()
            : contenders(addresses.permalinks(), path)) {
      boolean isOlder =
          holder
              .post()
              .dates()
              .published()
              .toInstant()
              .isBefore(post.post().dates().published().toInstant());
      String reason =
          " already belongs to "
              + (isOlder ? "the older post " : "")
              + holder.path()
              + ", which keeps it; ";
      problems.add(
          ShadowedAddresses.displaced(post, path, reason, Permalinks.apart(path, post.post())));
    }
  }

  private void sameAlias(String path, List<Problem> problems) {
    contenders(addresses.aliases(), path)
        .forEach(
            post ->
                problems.add(
                    warning(
                        post,
                        post.post().lines().of("aliases", "redirect_from", "link"),
                        "the alias \""
                            + path
                            + "\" already redirects to "
                            + holder(addresses.aliases(), path)
                            + ", which keeps it; remove it from one of the two")));
  }

  private static List<IndexedPost> contenders(Claims claims, String name) {
    List<IndexedPost> posts = List.copyOf(claims.of(name));
    return posts.subList(0, posts.size() - 1);
  }

  private static String holder(Claims claims, String name) {
    return claims.of(name).last().path();
  }

  private static Problem warning(IndexedPost post, int line, String message) {
    return Problem.warning(post.path(), line, Kind.CLASH, message);
  }
}
