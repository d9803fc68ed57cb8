package io.github.feedwright.library;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pcollections.PMap;

/**
 * Which path belongs to which post: the permalinks and old paths that posts want, and the files
 * next to them. The server's paths come first, then files, then posts; of several posts, the oldest
 * one; a permalink before an old path.
 *
 * @param ours whether a path is one of the server's own
 * @param pagesHere whether posts have their pages on this server
 * @param permalinks the posts that want each path as their own
 * @param aliases the posts that each old path redirects to
 * @param files the files next to posts
 */
record AddressTable(
    Predicate<String> ours, boolean pagesHere, Claims permalinks, Claims aliases, FileNames files) {

  /** An empty table. */
  static AddressTable none(Settings settings, Predicate<String> ours) {
    boolean pagesHere = settings.site().url().equals(settings.feeds().url());
    return new AddressTable(ours, pagesHere, Claims.NONE, Claims.NONE, FileNames.NONE);
  }

  AddressTable with(IndexedPost post) {
    return with(
        permalinks.plus(post.permalink(), post), aliases.plusAll(post.oldPaths(), post), files);
  }

  AddressTable without(IndexedPost post) {
    return with(
        permalinks.minus(post.permalink(), post), aliases.minusAll(post.oldPaths(), post), files);
  }

  AddressTable with(Attachment file) {
    return with(permalinks, aliases, files.plus(file));
  }

  AddressTable withoutFile(String path) {
    return with(permalinks, aliases, files.minus(path));
  }

  private AddressTable with(Claims permalinks, Claims aliases, FileNames files) {
    return new AddressTable(ours, pagesHere, permalinks, aliases, files);
  }

  /** The path of a post: the one that it wants, or another one if that is taken. */
  String permalink(IndexedPost post) {
    String wanted = post.permalink();
    return isTaken(wanted) || !post.is(permalinks.holder(wanted))
        ? Permalinks.apart(wanted, post.post())
        : wanted;
  }

  /**
   * The old paths that redirect to a post: those that are not a permalink, an older post's or a
   * file's.
   */
  List<String> aliases(IndexedPost post) {
    return post.oldPaths().stream()
        .filter(alias -> permalinks.holder(alias) == null && post.is(aliases.holder(alias)))
        .filter(alias -> !isFile(alias))
        .toList();
  }

  /** Whether no post can have this permalink. */
  boolean isTaken(String permalink) {
    return pagesHere && (ours.test(permalink) || isFile(permalink));
  }

  private boolean isFile(String path) {
    return files.find(path.substring(1)) != null;
  }

  /** The posts whose permalink or aliases depend on the presence of this one. */
  Set<IndexedPost> neighbours(IndexedPost post) {
    Set<IndexedPost> near = new LinkedHashSet<>(permalinks.of(post.permalink()));
    near.addAll(aliases.of(post.permalink()));
    for (String alias : post.oldPaths()) {
      near.addAll(aliases.of(alias));
      near.addAll(permalinks.of(alias));
    }
    return near;
  }

  /** The posts whose path is that of a file which the other table does not have. */
  Set<IndexedPost> atFilesWithout(AddressTable other) {
    Set<IndexedPost> posts = new LinkedHashSet<>();
    PMap<String, Attachment> all = files.files();
    PMap<String, Attachment> others = other.files.files();
    for (String path : all == others ? Set.<String>of() : all.keySet()) {
      if (!others.containsKey(path)) {
        String name = "/" + Nfc.of(path);
        posts.addAll(permalinks.of(name));
        posts.addAll(aliases.of(name));
      }
    }
    return posts;
  }

  /** Which of a post's addresses are taken by the server, a file or another post. */
  List<Problem> shadowed(IndexedPost post) {
    return new ShadowedAddresses(ours, this::isFile, permalinks).of(post, permalink(post));
  }
}
