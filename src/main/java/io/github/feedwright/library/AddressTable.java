package io.github.feedwright.library;

import io.github.feedwright.library.file.Attachment;
import io.github.feedwright.library.file.FileNames;
import io.github.feedwright.permalink.AddressForms;
import io.github.feedwright.permalink.Permalinks;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.Nfc;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which path belongs to which post: the permalinks and old paths that posts want, and the files
 * next to them. The server's paths come first, then files, then posts; of several posts, the oldest
 * one; a permalink before an old path.
 *
 * @param ours whether a path is one of the server's own
 * @param pagesHere whether posts have their pages on this server
 * @param permalinks the posts that want each path as their own
 * @param forms the forms of these paths
 * @param aliases the posts that each old path redirects to
 * @param files the files next to posts
 */
record AddressTable(
    Predicate<String> ours,
    boolean pagesHere,
    Claims permalinks,
    AddressForms forms,
    Claims aliases,
    FileNames files) {
  /** The ends of a page's path, the likeliest first. */
  private static final List<String> ENDS = List.of("/", "", ".html", "/index.html", ".htm");

  /** A path that a post has because its own is taken. */
  private static final Pattern APART = Pattern.compile("(.+)-[0-9a-f]{8}(/|\\.[^/.]*)?");

  /** An empty table. */
  static AddressTable none(Settings settings, Predicate<String> ours) {
    boolean pagesHere = settings.hasPostPages();
    return new AddressTable(
        ours, pagesHere, Claims.NONE, AddressForms.NONE, Claims.NONE, FileNames.NONE);
  }

  AddressTable with(IndexedPost post) {
    return with(
        permalinks.plus(post.permalink(), post),
        forms.plus(post.permalink()),
        aliases.plusAll(post.oldPaths(), post),
        files);
  }

  AddressTable without(IndexedPost post) {
    return with(
        permalinks.minus(post.permalink(), post),
        forms.minus(post.permalink()),
        aliases.minusAll(post.oldPaths(), post),
        files);
  }

  AddressTable with(FileNames changed) {
    return with(permalinks, forms, aliases, changed);
  }

  private AddressTable with(
      Claims permalinks, AddressForms forms, Claims aliases, FileNames files) {
    return new AddressTable(ours, pagesHere, permalinks, forms, aliases, files);
  }

  /** The path of a post: the one that it wants, or another one if that is taken. */
  String permalink(IndexedPost post) {
    String wanted = post.permalink();
    return isTaken(wanted) || !post.isSameAs(permalinks.holder(wanted))
        ? Permalinks.apart(wanted, post.post())
        : wanted;
  }

  /**
   * The old paths that redirect to a post: those that are not a permalink, an older post's or a
   * file's.
   */
  List<String> aliases(IndexedPost post) {
    return post.oldPaths().stream()
        .filter(alias -> permalinks.holder(alias) == null && post.isSameAs(aliases.holder(alias)))
        .filter(alias -> !isFile(alias))
        .toList();
  }

  /** Whether no post can have this permalink. */
  boolean isTaken(String permalink) {
    return pagesHere && (ours.test(permalink) || isFile(permalink));
  }

  /** A file that is served only where a post links to it takes no post's address away. */
  boolean isFile(String path) {
    Attachment file = files.find(path.substring(1));
    return file != null && file.access() == Attachment.Access.EVERYBODY;
  }

  /**
   * The posts of this table and of the one before it whose permalink or aliases, or what is
   * reported of these, may differ between the two.
   *
   * @param changed posts that only one of them has
   * @param changedFiles the files that may have changed
   */
  Set<IndexedPost> affected(
      AddressTable before, Collection<IndexedPost> changed, Collection<String> changedFiles) {
    Set<String> paths = new LinkedHashSet<>();
    for (IndexedPost post : changed) {
      paths.add(post.permalink());
      paths.addAll(post.oldPaths());
    }
    Set<IndexedPost> affected = new LinkedHashSet<>();
    for (String path : paths) {
      addHolders(path, affected);
      before.addHolders(path, affected);
      if (!hasSamePost(before, path)) {
        affected.addAll(aliases.of(path));
      }
    }
    for (String file : changedFiles) {
      String path = "/" + Nfc.of(file);
      if (isFile(path) != before.isFile(path)) {
        affected.addAll(permalinks.of(path));
        affected.addAll(aliases.of(path));
      }
    }
    return affected;
  }

  private void addHolders(String path, Set<IndexedPost> to) {
    Stream.of(permalinks, aliases)
        .map(claims -> claims.holder(path))
        .filter(Objects::nonNull)
        .forEach(to::add);
  }

  /** Whether a path is the permalink of the same post as before, or of none. */
  private boolean hasSamePost(AddressTable before, String path) {
    IndexedPost was = before.permalinks.holder(path);
    IndexedPost is = permalinks.holder(path);
    return is == null ? was == null : is.isSameAs(was);
  }

  /** What is at a path. */
  SiteAddresses.Place place(String path) {
    if (isServed(path) || isServed(path + "/")) {
      return SiteAddresses.Place.SOMETHING;
    }
    String bare = AddressForms.bare(path);
    if (ENDS.stream().anyMatch(end -> isServed(bare + end))) {
      // Hosts of files serve a folder also as its index; we redirect from an alias with a slash.
      boolean isSame = path.equals(bare + "/index.html") || !aliases.of(bare).isEmpty();
      return isSame ? SiteAddresses.Place.SOMETHING : SiteAddresses.Place.OTHER_END;
    }
    return forms.holds(AddressForms.of(path))
        ? SiteAddresses.Place.NOTHING
        : SiteAddresses.Place.UNKNOWN;
  }

  /** The path that is served, with its end, for one without an end. */
  Optional<String> withEnd(String bare) {
    return ENDS.stream().map(end -> bare + end).filter(this::isServed).findFirst();
  }

  private boolean isServed(String path) {
    Matcher apart = APART.matcher(path);
    return permalinks.holder(path) != null
        || aliases.holder(path) != null
        || ours.test(path)
        || (apart.matches()
            && permalinks.of(apart.group(1) + Objects.toString(apart.group(2), "")).stream()
                .anyMatch(post -> permalink(post).equals(path)));
  }
}
