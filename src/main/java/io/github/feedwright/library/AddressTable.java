package io.github.feedwright.library;

import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pcollections.PMap;

/**
 * Who is where: the permalinks and old paths that posts want, and the files beside them. The server
 * beats files, these beat posts, the oldest post beats the others, and a permalink an old path.
 *
 * @param ours whether a path is the server's own
 * @param pagesHere whether posts have their pages on this server
 * @param permalinks the posts that want a path for their own
 * @param aliases the posts that an old path leads to
 * @param files the files beside them
 */
record AddressTable(
    Predicate<String> ours, boolean pagesHere, Claims permalinks, Claims aliases, FileNames files) {

  /** Nobody is anywhere yet. */
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

  /** The path of a post: the one that it wants, or where that is another's, one apart. */
  String permalink(IndexedPost post) {
    String wanted = post.permalink();
    return isTaken(wanted) || !post.is(permalinks.holder(wanted))
        ? Permalinks.apart(wanted, post.post())
        : wanted;
  }

  /** The old paths that lead to a post: no post's permalink, no older one's and no file's. */
  List<String> aliases(IndexedPost post) {
    return post.oldPaths().stream()
        .filter(alias -> permalinks.holder(alias) == null && post.is(aliases.holder(alias)))
        .filter(alias -> !isFile(alias))
        .toList();
  }

  /** Whether no post can have a permalink. */
  boolean isTaken(String permalink) {
    return pagesHere && (ours.test(permalink) || isFile(permalink));
  }

  private boolean isFile(String path) {
    return files.find(path.substring(1)) != null;
  }

  /** The posts whose permalink or aliases depend on this one being there. */
  Set<IndexedPost> neighbours(IndexedPost post) {
    Set<IndexedPost> near = new LinkedHashSet<>(permalinks.of(post.permalink()));
    near.addAll(aliases.of(post.permalink()));
    for (String alias : post.oldPaths()) {
      near.addAll(aliases.of(alias));
      near.addAll(permalinks.of(alias));
    }
    return near;
  }

  /** The posts that would be at a file's path, of the files that are not among others. */
  Set<IndexedPost> atFilesWithout(AddressTable other) {
    Set<IndexedPost> posts = new LinkedHashSet<>();
    PMap<String, Attachment> all = files.files();
    PMap<String, Attachment> others = other.files.files();
    for (String path : all == others ? Set.<String>of() : all.keySet()) {
      if (!others.containsKey(path)) {
        String name = "/" + FileNames.nfc(path);
        posts.addAll(permalinks.of(name));
        posts.addAll(aliases.of(name));
      }
    }
    return posts;
  }

  /** Which of a post's addresses the server, a file or another post's page answers at. */
  List<Problem> shadowed(IndexedPost post) {
    return new ShadowedAddresses(ours, this::isFile, permalinks).of(post, permalink(post));
  }
}
