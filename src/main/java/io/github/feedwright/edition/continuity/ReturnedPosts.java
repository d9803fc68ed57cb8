package io.github.feedwright.edition.continuity;

import io.github.feedwright.identity.PublishedPost;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.identity.TextHash;
import io.github.feedwright.intake.state.FileState;
import io.github.feedwright.library.Library;
import io.github.feedwright.post.AssignedId.By;
import io.github.feedwright.post.Post;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds new posts that readers know: with the title, the text and the date of a post that is no
 * longer shown, or whose file contains another post now. No clock matters, so a post may be gone
 * for years. If two posts could be meant, neither is.
 */
@PublishingThread
final class ReturnedPosts {
  private static final String UNTITLED = "";

  private final FileState fileState;
  private final Library library;
  private final PublishedPosts published;
  private final List<PublishedPost> shown;
  private final Set<Key> shownKeys;

  /** What must be the same. */
  private record Key(String title, String textHash, Instant date) {}

  private ReturnedPosts(
      FileState fileState, Library library, Collection<String> touched, PublishedPosts published) {
    this.fileState = fileState;
    this.library = library;
    this.published = published;
    this.shown =
        touched.stream()
            .map(published::of)
            .filter(Objects::nonNull)
            .filter(was -> !was.isGone())
            .toList();
    this.shownKeys = shown.stream().flatMap(ReturnedPosts::keys).collect(Collectors.toSet());
  }

  /**
   * Compares new posts with those that were published.
   *
   * @param touched the files whose posts came, went or changed
   * @return the previous path of each post that is known, by its new one
   */
  static Map<String, String> find(
      FileState fileState, Library library, Collection<String> touched, PublishedPosts published) {
    ReturnedPosts returned = new ReturnedPosts(fileState, library, touched, published);
    Map<Key, String> come = unique(touched.stream().map(library::post).flatMap(returned::come));
    if (come.isEmpty()) {
      return Map.of();
    }
    Stream<PublishedPost> changed = returned.shown.stream().filter(returned::isReplaced);
    Map<Key, String> left =
        unique(Stream.concat(published.gone().stream(), changed).flatMap(returned::left));
    Map<String, String> former = new TreeMap<>();
    come.forEach(
        (key, to) -> {
          String from = left.getOrDefault(key, "");
          if (!to.isEmpty() && !from.isEmpty()) {
            former.put(to, from);
          }
        });
    return former;
  }

  /** The paths by their keys; an empty one if there are several. */
  private static Map<Key, String> unique(Stream<Map.Entry<Key, String>> paths) {
    Map<Key, String> unique = new HashMap<>();
    paths.forEach(each -> unique.merge(each.getKey(), each.getValue(), (one, other) -> ""));
    return unique;
  }

  private Stream<Map.Entry<Key, String>> come(@Nullable Post post) {
    if (post == null || fileState.moved().containsKey(post.path())) {
      return Stream.empty();
    }
    PublishedPost was = published.of(post.path());
    if (IdKeeper.isDecided(post) && !isOfLine(post, was)) {
      return Stream.empty();
    }
    return (was == null || was.isGone() || isReplaced(was))
            && TextHash.identifies(fileState.textHash(post.path()))
        ? Stream.of(Map.entry(key(post), post.path()))
        : Stream.empty();
  }

  /** Whether a post has the id of its path's line, which was that of the post before it. */
  private static boolean isOfLine(Post post, @Nullable PublishedPost was) {
    return was != null
        && post.identity().givenBy() == By.FILE
        && was.id().equals(post.identity().given());
  }

  private Stream<Map.Entry<Key, String>> left(PublishedPost was) {
    // If a post was renamed before it went, its id is that of its last file.
    return was.equals(published.withId(was.id())) && !fileState.moved().containsValue(was.path())
        ? keys(was).map(key -> Map.entry(key, was.path()))
        : Stream.empty();
  }

  /** Whether a file contains no post, or another one than was published. */
  private boolean isReplaced(PublishedPost was) {
    Post is = library.post(was.path());
    return is == null
        || was.isOtherPostThan(is.title(), published(is), fileState.textHash(was.path()))
        || (shownKeys.contains(key(is)) && keys(was).noneMatch(key(is)::equals));
  }

  private Key key(Post post) {
    // A title that is made from the name of the file does not identify a post.
    String title = post.hasOwnTitle() ? post.title() : UNTITLED;
    return new Key(title, fileState.textHash(post.path()), published(post));
  }

  private static Stream<Key> keys(PublishedPost was) {
    return Stream.of(was.title(), UNTITLED)
        .distinct()
        .map(title -> new Key(title, was.textHash(), was.published().toInstant()));
  }

  private static Instant published(Post post) {
    return post.dates().published().toInstant();
  }
}
