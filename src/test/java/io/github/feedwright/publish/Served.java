package io.github.feedwright.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.StoredFile;
import io.github.feedwright.web.cache.CacheLimits;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Everything that is served, path by path: to tell whether a start from nothing serves the same.
 */
public final class Served {
  /**
   * Of so many posts every page and archive is looked at, of more a part of these: they are all
   * made alike, and together they render every post there is.
   */
  private static final int POSTS = 100;

  private final MapSnapshot snapshot;
  private final Map<String, String> answers = new HashMap<>();

  private Served(Publication publication) {
    this.snapshot = (MapSnapshot) Objects.requireNonNull(publication.snapshot());
  }

  /** A publisher that keeps next to nothing of what it can make again. */
  public static Publisher withSmallCaches(Settings settings, Clock clock) {
    return new Publisher(
        settings,
        new FixedSettings(settings),
        clock,
        new CacheLimits(20_000, 20_000),
        PublishedMemory.none(),
        CacheStore.none());
  }

  /**
   * Waits until what is served equals what a fresh start on the same directory serves, both idle:
   * every path, body and tag.
   */
  public static void awaitEqualToAFreshStart(
      Publisher publisher, Settings settings, Clock clock, Duration limit) throws Exception {
    try (Publisher other = FixedSettings.publisher(settings, clock)) {
      other.start();
      other.first().get(10, TimeUnit.MINUTES);
      long end = System.nanoTime() + limit.toNanos();
      String difference = "not idle";
      while (!difference.isEmpty() && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        boolean mayBeEqual = publisher.isIdle() && other.isIdle();
        difference = mayBeEqual ? difference(publisher, other) : "not idle";
      }
      assertThat(difference).isEmpty();
    }
  }

  /** Whether everything that the directory holds is published, as far as is known. */
  public static boolean isIdle(Publisher publisher) {
    return publisher.isIdle();
  }

  /** The first difference, or an empty text if both are idle and serve the same. */
  private static String difference(Publisher publisher, Publisher other) {
    Served fresh = new Served(other);
    Served served = new Served(publisher);
    String difference = served.differenceTo(fresh);
    // What is asked for may be made again: only the last answers of both count.
    boolean isLast = served.isLastOf(publisher) && fresh.isLastOf(other);
    return difference.isEmpty() && !isLast ? "not idle" : difference;
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean isLastOf(Publisher publisher) {
    return publisher.isIdle() && snapshot == publisher.snapshot();
  }

  /** The first difference, or an empty text. */
  private String differenceTo(Served fresh) {
    SortedSet<String> either = new TreeSet<>(paths());
    either.addAll(fresh.paths());
    for (String path : either) {
      String here = answer(path);
      String there = fresh.answer(path);
      if (!here.equals(there)) {
        return path + " is served as\n" + here + "\nand by a fresh start as\n" + there;
      }
    }
    return "";
  }

  private SortedSet<String> paths() {
    SortedSet<String> paths = new TreeSet<>(snapshot.moved().keySet());
    paths.addAll(snapshot.table().keySet());
    paths.addAll(snapshot.allOlderPages().keySet());
    paths.addAll(snapshot.posts().keySet());
    int every = 1 + snapshot.posts().size() / POSTS;
    paths.removeIf(path -> isOld(path) && path.hashCode() % every != 0);
    paths.addAll(snapshot.files().keySet());
    return paths;
  }

  private boolean isOld(String path) {
    return path.contains("/archive/")
        || path.contains("/page/")
        || snapshot.posts().containsKey(path);
  }

  private String answer(String path) {
    return answers.computeIfAbsent(path, this::ask);
  }

  private String ask(String path) {
    Resource found = snapshot.find(path, null);
    if (found instanceof OnDemand later) {
      return answer(later.representation().join());
    }
    if (found instanceof StoredFile file) {
      return file.tag().join() + " " + file.contentType();
    }
    return found instanceof Representation ready ? answer(ready) : String.valueOf(found);
  }

  private static String answer(Representation representation) {
    String body = StandardCharsets.UTF_8.decode(representation.body()).toString();
    return representation.tag() + " " + representation.contentType() + "\n" + body;
  }
}
