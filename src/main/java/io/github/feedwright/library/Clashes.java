package io.github.feedwright.library;

import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people which posts contend for one id, permalink or alias. */
final class Clashes {
  private final Ids given;
  private final Claims ids;
  private final Claims stems;
  private final AddressTable addresses;

  Clashes(Ids given, Claims ids, Claims stems, AddressTable addresses) {
    this.given = given;
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
    List<Post> posts = stems.of(stem).stream().filter(given::isByName).toList();
    List<Post> unwritten = posts.stream().filter(post -> given.given(post) == null).toList();
    if (posts.size() > 1 && !unwritten.isEmpty()) {
      // One cause, one line: at the newest, which is the one that its author is looking at.
      Post newest = unwritten.get(0);
      problems.add(
          warning(
              newest,
              1,
              "the file name gives the id \""
                  + stem
                  + "\", the same as for "
                  + joined(
                      posts.stream().filter(each -> !AddressTable.isHolder(each, newest)),
                      Post::path)
                  + ": their ids come from their paths instead; to keep these ids when a file is"
                  + " renamed, write "
                  + joined(unwritten.stream(), this::guid)));
    }
  }

  /** Of one post alone, a new id would give the others new ones, too: each is spelled out. */
  private String guid(Post post) {
    return "guid: " + given.own(post.path()) + " into " + post.path();
  }

  private static String joined(Stream<Post> posts, Function<Post, String> text) {
    return posts.map(text).collect(Collectors.joining(", "));
  }

  private void sameId(String id, List<Problem> problems) {
    for (Post post : contenders(ids, id)) {
      if (given.given(post) != null) {
        int line = post.lines().of("guid", "id", "wordpress_url", "blogger_id");
        problems.add(sameId(post, line, id, "give this post its own guid"));
      } else if (stems.of(post.stem()).size() == 1) {
        // Of several, the stem is the cause, and said once.
        problems.add(sameId(post, 1, id, "rename the file, or give this post a guid"));
      }
    }
  }

  private Problem sameId(Post post, int line, String id, String mend) {
    String holder = holder(ids, id);
    return warning(
        post,
        line,
        "the id \"" + id + "\" already belongs to " + holder + ", which keeps it; " + mend);
  }

  private void samePermalink(String path, List<Problem> problems) {
    Post holder = addresses.permalinks().of(path).last();
    for (Post post :
        addresses.isTaken(path) ? List.<Post>of() : contenders(addresses.permalinks(), path)) {
      boolean isOlder = holder.date().toInstant().isBefore(post.date().toInstant());
      String reason =
          " already belongs to "
              + (isOlder ? "the older post " : "")
              + holder.path()
              + ", which keeps it; ";
      problems.add(ShadowedAddresses.displaced(post, path, reason, Permalinks.apart(path, post)));
    }
  }

  private void sameAlias(String path, List<Problem> problems) {
    contenders(addresses.aliases(), path)
        .forEach(
            post ->
                problems.add(
                    warning(
                        post,
                        post.lines().of("aliases", "redirect_from", "link"),
                        "the alias \""
                            + path
                            + "\" already redirects to "
                            + holder(addresses.aliases(), path)
                            + ", which keeps it; remove it from one of the two")));
  }

  private static List<Post> contenders(Claims claims, String name) {
    List<Post> posts = List.copyOf(claims.of(name));
    return posts.subList(0, posts.size() - 1);
  }

  private static String holder(Claims claims, String name) {
    return claims.of(name).last().path();
  }

  private static Problem warning(Post post, int line, String message) {
    return Problem.warning(post.path(), line, Kind.CLASH, message);
  }
}
