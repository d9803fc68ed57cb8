package io.github.feedwright.edition.entry;

import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.SiteAddresses;
import io.github.feedwright.library.Targets;
import io.github.feedwright.permalink.AddressForms;
import io.github.feedwright.post.Post;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which posts refer to what: a change looks at the references to what it touches, not at all there
 * are.
 *
 * <p>Threads: those of {@link RenderedPosts}, one at a time.
 */
final class ReferenceIndex {
  /** By what a reference depends on: the stem of posts, or the path of a file. */
  private final Map<String, Map<Reference, Set<Post>>> toPosts = new HashMap<>();

  private final Map<String, Map<Reference, Set<Post>>> toFiles = new HashMap<>();

  /** By a path without its end, by the form of a path at which there is nothing, or by a term. */
  private final Map<String, Map<Reference, Set<Post>>> toAddresses = new HashMap<>();

  /** Whether no post refers to anything, as at a start. */
  boolean isEmpty() {
    return toPosts.isEmpty() && toFiles.isEmpty() && toAddresses.isEmpty();
  }

  /** A post refers to these. */
  void add(Post post, Collection<Reference> references) {
    for (Reference reference : references) {
      for (String key : keys(reference)) {
        target(reference)
            .computeIfAbsent(key, any -> new HashMap<>())
            .computeIfAbsent(reference, any -> new HashSet<>())
            .add(post);
      }
    }
  }

  /** A post no longer refers to these. */
  void remove(Post post, Collection<Reference> references) {
    for (Reference reference : references) {
      for (String key : keys(reference)) {
        target(reference)
            .computeIfPresent(
                key,
                (any, same) -> {
                  same.computeIfPresent(reference, (each, posts) -> without(posts, post));
                  return same.isEmpty() ? null : same;
                });
      }
    }
  }

  private static @Nullable Set<Post> without(Set<Post> posts, Post post) {
    posts.remove(post);
    return posts.isEmpty() ? null : posts;
  }

  /** Adds the posts that refer to posts of a stem or title as they no longer are. */
  void addOutdatedByPosts(String name, Targets targets, Set<Post> outdated) {
    addOutdated(toPosts.getOrDefault(name, Map.of()), targets, outdated);
  }

  /** Adds the posts that refer to a file as it no longer is. */
  void addOutdatedByFile(String path, Targets targets, Set<Post> outdated) {
    addOutdated(toFiles.getOrDefault(Nfc.of(path), Map.of()), targets, outdated);
    addOutdated(toFiles.getOrDefault(folder(FilePath.folder(path)), Map.of()), targets, outdated);
  }

  /**
   * Adds the posts that refer to the addresses of a post, or to its terms, as they no longer are.
   * References to addresses at which there is nothing are checked only if the post is the first or
   * the last with that form of address: every post may have such a reference.
   */
  void addOutdatedByAddresses(Post post, Library before, Library after, Set<Post> outdated) {
    if (toAddresses.isEmpty()) {
      return;
    }
    Set<String> keys = new HashSet<>();
    for (Library library : List.of(before, after)) {
      Stream.concat(Stream.of(library.permalink(post)), library.aliases(post).stream())
          .forEach(
              path -> {
                keys.add(AddressForms.bare(path));
                String form = AddressForms.of(path);
                if (before.addresses().hasForm(form) != after.addresses().hasForm(form)) {
                  keys.add(form);
                }
              });
      library.terms(post).forEach(each -> keys.add(each.term().name()));
    }
    keys.forEach(key -> addOutdated(toAddresses.getOrDefault(key, Map.of()), after, outdated));
  }

  private static void addOutdated(
      Map<Reference, Set<Post>> references, Targets targets, Set<Post> outdated) {
    references.forEach(
        (reference, posts) -> {
          if (!reference.holds(targets)) {
            outdated.addAll(posts);
          }
        });
  }

  private Map<String, Map<Reference, Set<Post>>> target(Reference reference) {
    if (reference instanceof Reference.AddressLink
        || reference instanceof Reference.PageLink
        || reference instanceof Reference.TermLink) {
      return toAddresses;
    }
    return reference instanceof Reference.PostLink ? toPosts : toFiles;
  }

  /** No file's path ends so. */
  private static String folder(String path) {
    return Nfc.of(path) + "/";
  }

  private static List<String> keys(Reference reference) {
    if (reference instanceof Reference.FileLink file) {
      return List.of(Nfc.of(file.path()));
    }
    if (reference instanceof Reference.FolderLink folder) {
      return List.of(folder(folder.path()));
    }
    if (reference instanceof Reference.TermLink term) {
      return List.of(term.term().name());
    }
    if (reference instanceof Reference.PageLink page) {
      return List.of(AddressForms.bare(page.path()));
    }
    if (reference instanceof Reference.AddressLink address) {
      String bare = AddressForms.bare(address.path());
      boolean isThere = address.place() == SiteAddresses.Place.SOMETHING;
      return isThere ? List.of(bare) : List.of(bare, AddressForms.of(address.path()));
    }
    return List.of(Targets.stem(((Reference.PostLink) reference).name()));
  }
}
