package io.github.feedwright.library;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports posts that claim the same id, permalink or alias. */
final class Clashes {
  private final Ids rules;
  private final Claims ids;
  private final Claims stems;
  private final AddressTable addresses;

  Clashes(Ids rules, Claims ids, Claims stems, AddressTable addresses) {
    this.rules = rules;
    this.ids = ids;
    this.stems = stems;
    this.addresses = addresses;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    stems.contested().forEach(stem -> sameStem(stem, problems));
    ids.contested().forEach(id -> sameId(id, problems));
    addresses.permalinks().contested().forEach(path -> samePermalink(path, problems));
    addresses.aliases().contested().forEach(path -> sameAlias(path, problems));
    return problems;
  }

  private void sameStem(String stem, List<Problem> problems) {
    List<IndexedPost> posts = stems.of(stem).stream().filter(IndexedPost::isByName).toList();
    List<IndexedPost> unwritten = posts.stream().filter(post -> post.givenId() == null).toList();
    if (posts.size() > 1 && !unwritten.isEmpty()) {
      // One report for one cause: at the newest post, which its author is probably working on.
      IndexedPost newest = unwritten.get(0);
      problems.add(
          warning(
              newest,
              1,
              "the file name gives the id \""
                  + stem
                  + "\", the same as for "
                  + joined(posts.stream().filter(each -> !each.is(newest)), IndexedPost::path)
                  + ": their ids come from their paths instead; to keep these ids when a file is"
                  + " renamed, write "
                  + joined(unwritten.stream(), this::guid)));
    }
  }

  /**
   * Each guid is spelled out, because a new id for one post alone would give the others new ones
   * too.
   */
  private String guid(IndexedPost post) {
    return "guid: " + rules.own(post.path()) + " into " + post.path();
  }

  private static String joined(Stream<IndexedPost> posts, Function<IndexedPost, String> text) {
    return posts.map(text).collect(Collectors.joining(", "));
  }

  private void sameId(String id, List<Problem> problems) {
    for (IndexedPost post : contenders(ids, id)) {
      if (post.givenId() != null) {
        int line = post.post().lines().of("guid", "id", "wordpress_url", "blogger_id");
        problems.add(sameId(post, line, id, "give this post its own guid"));
      } else if (stems.of(post.post().stem()).size() == 1) {
        // If several posts share the stem, the stem is the cause and is reported once.
        problems.add(sameId(post, 1, id, "rename the file, or give this post a guid"));
      }
    }
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
