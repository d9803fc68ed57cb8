package io.github.feedwright.edition.entry;

import io.github.feedwright.content.url.Reference;
import io.github.feedwright.library.Targets;
import io.github.feedwright.post.Post;
import io.github.feedwright.text.FilePath;
import io.github.feedwright.text.Nfc;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

  /** A post refers to these. */
  void add(Post post, Collection<Reference> references) {
    for (Reference reference : references) {
      target(reference)
          .computeIfAbsent(key(reference), key -> new HashMap<>())
          .computeIfAbsent(reference, key -> new HashSet<>())
          .add(post);
    }
  }

  /** A post no longer refers to these. */
  void remove(Post post, Collection<Reference> references) {
    for (Reference reference : references) {
      target(reference)
          .computeIfPresent(
              key(reference),
              (key, same) -> {
                same.computeIfPresent(reference, (each, posts) -> without(posts, post));
                return same.isEmpty() ? null : same;
              });
    }
  }

  private static @Nullable Set<Post> without(Set<Post> posts, Post post) {
    posts.remove(post);
    return posts.isEmpty() ? null : posts;
  }

  /** Adds the posts that refer to posts of a stem as they no longer are. */
  void outdatedByPosts(String stem, Targets targets, Set<Post> outdated) {
    outdated(toPosts.getOrDefault(stem, Map.of()), targets, outdated);
  }

  /** Adds the posts that refer to a file as it no longer is. */
  void outdatedByFile(String path, Targets targets, Set<Post> outdated) {
    outdated(toFiles.getOrDefault(Nfc.of(path), Map.of()), targets, outdated);
    outdated(toFiles.getOrDefault(folder(FilePath.folder(path)), Map.of()), targets, outdated);
  }

  private static void outdated(
      Map<Reference, Set<Post>> references, Targets targets, Set<Post> outdated) {
    references.forEach(
        (reference, posts) -> {
          if (!reference.holds(targets)) {
            outdated.addAll(posts);
          }
        });
  }

  private Map<String, Map<Reference, Set<Post>>> target(Reference reference) {
    return reference instanceof Reference.PostLink ? toPosts : toFiles;
  }

  /** No file's path ends so. */
  private static String folder(String path) {
    return Nfc.of(path) + "/";
  }

  private static String key(Reference reference) {
    if (reference instanceof Reference.FileLink file) {
      return Nfc.of(file.path());
    }
    if (reference instanceof Reference.FolderLink folder) {
      return folder(folder.path());
    }
    return Targets.stem(((Reference.PostLink) reference).name());
  }
}
