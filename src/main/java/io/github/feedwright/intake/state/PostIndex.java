package io.github.feedwright.intake.state;

import io.github.feedwright.identity.TextHash;
import io.github.feedwright.post.Post;
import io.github.feedwright.post.file.PostPaths;
import io.github.feedwright.thread.PublishingThread;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known files that a new one may be under another name. An event of a new name may come
 * before that of the old one, so the old one is looked for.
 */
@PublishingThread
public final class PostIndex {
  /** If more files than this have a trait in common, that trait alone says nothing. */
  public static final int MOST_ALIKE = 16;

  private final Trait<String> stems = new Trait<>();
  private final Trait<String> texts = new Trait<>();
  private final Trait<String> unread = new Trait<>();
  private final Trait<String> guids = new Trait<>();
  private final Trait<String> wordpressIds = new Trait<>();
  private final Trait<Instant> dates = new Trait<>();

  /**
   * Adds a file, or replaces it.
   *
   * @param post its post, or null if it has none
   * @param textHash of its post's text; empty where it has none
   */
  public void add(String path, @Nullable Post post, String textHash) {
    stems.put(path, PostPaths.stem(path));
    texts.put(path, TextHash.identifies(textHash) ? textHash : null);
    guids.put(path, post == null ? null : post.identity().guid());
    wordpressIds.put(path, post == null ? null : post.identity().wordpressId());
    dates.put(path, post == null ? null : post.dates().published().toInstant());
  }

  /**
   * A file that cannot be understood was read.
   *
   * @param textHash of what seems to be its text; empty if it can be understood
   */
  public void addUnread(String path, String textHash) {
    unread.put(path, TextHash.identifies(textHash) ? textHash : null);
  }

  /** Removes a file. */
  public void remove(String path) {
    Stream.of(stems, texts, unread, guids, wordpressIds, dates)
        .forEach(trait -> trait.put(path, null));
  }

  /** The files whose posts give themselves this id; none for null. */
  public Set<String> withGuid(@Nullable String guid) {
    return guids.paths(guid);
  }

  /** The files whose posts have this text. */
  public Set<String> withText(String textHash) {
    return texts.paths(textHash);
  }

  /** The files that have this text, whether they can be understood or not. */
  public Set<String> withTextOrUnread(String textHash) {
    Set<String> all = new HashSet<>(texts.paths(textHash));
    all.addAll(unread.paths(textHash));
    return all;
  }

  /**
   * Some of the files whose posts have the id that a post gives itself, or its text, date and
   * title.
   *
   * @param posts the post of each file
   */
  public List<String> same(Post post, String textHash, Function<String, @Nullable Post> posts) {
    return Stream.concat(
            withGuid(post.identity().guid()).stream(),
            withText(textHash).stream().filter(path -> isSame(posts.apply(path), post)))
        .distinct()
        .limit(MOST_ALIKE)
        .toList();
  }

  private static boolean isSame(@Nullable Post post, Post other) {
    return post != null
        && post.dates().published().isEqual(other.dates().published())
        && (!other.hasOwnTitle() || post.title().equals(other.title()));
  }

  /** The files with this stem. */
  public Set<String> withStem(String stem) {
    return stems.paths(stem);
  }

  /** The files that have something in common with a post, which may identify it. */
  public Stream<Set<String>> alike(Post post, String textHash) {
    return Stream.of(
        withGuid(post.identity().guid()),
        withStem(post.stem()),
        withText(textHash),
        wordpressIds.paths(post.identity().wordpressId()),
        dates.paths(post.dates().published().toInstant()));
  }

  /** Which files have which value. */
  private static final class Trait<V> {
    private final Map<String, V> values = new HashMap<>();
    private final Map<V, Set<String>> paths = new HashMap<>();

    Set<String> paths(@Nullable V value) {
      return value == null ? Set.of() : paths.getOrDefault(value, Set.of());
    }

    /** Almost every set has one path, so a set that can grow is made only for the second one. */
    void put(String path, @Nullable V value) {
      V before = value == null ? values.remove(path) : values.put(path, value);
      if (before != null) {
        paths.computeIfPresent(before, (same, all) -> without(path, all));
      }
      if (value != null) {
        paths.merge(value, Set.of(path), Trait::with);
      }
    }

    private static Set<String> with(Set<String> before, Set<String> one) {
      Set<String> all = before instanceof HashSet ? before : new HashSet<>(before);
      all.addAll(one);
      return all;
    }

    private static @Nullable Set<String> without(String path, Set<String> all) {
      if (all instanceof HashSet) {
        all.remove(path);
        return all.isEmpty() ? null : all;
      }
      return all.contains(path) ? null : all;
    }
  }
}
