package io.github.feedwright.edition.entry;

import io.github.feedwright.library.Library;
import io.github.feedwright.post.Post;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current entries of feeds. A post that takes long to render does not delay the others: its
 * previous entry, if any, stays until it is ready.
 *
 * <p>Threads: {@code render} and {@code render-long} say when they are done; {@code worker} gets
 * entries for pages and archives.
 */
@PublishingThread(shared = {"rendered", "ready"})
public final class EntryCache {
  private static final Logger LOG = LoggerFactory.getLogger(EntryCache.class);

  /** Far more than nearly every post needs once the program is warm. */
  private static final Duration TURN = Duration.ofMillis(250);

  private record Job(Post post, CompletableFuture<RenderedEntry> result) {}

  private final EntryRenderer entryRenderer;
  private final RenderThreads renderers;
  private final Consumer<String> late;
  private final Map<String, RenderedEntry> rendered = new ConcurrentHashMap<>();
  private final Map<String, RenderedEntry> inherited = new HashMap<>();
  private final Map<String, Job> jobs = new HashMap<>();
  private final Map<String, Problem> failures = new HashMap<>();

  /** When a post last became ready. */
  private final AtomicLong ready = new AtomicLong();

  /** Posts whose links or library changed while they were rendered. */
  private final Set<String> overtaken = new HashSet<>();

  /**
   * A cache whose entries these threads render.
   *
   * @param late called with the path of a post that became ready after its caller had stopped
   *     waiting
   */
  public EntryCache(EntryRenderer entryRenderer, RenderThreads renderers, Consumer<String> late) {
    this.entryRenderer = entryRenderer;
    this.renderers = renderers;
    this.late = late;
  }

  /**
   * Takes over the entries of the cache before this one, each until its own is ready.
   *
   * @param former a cache whose entries are in the same formats
   */
  public void inherit(EntryCache former) {
    inherited.putAll(former.inherited);
    inherited.putAll(former.rendered);
  }

  /**
   * Forgets entries of other versions than the cache before this one shows, because readers would
   * see posts change back and forth.
   */
  public void forgetOthersThan(EntryCache former) {
    rendered.values().removeIf(own -> !isAsShown(own, former));
  }

  private static boolean isAsShown(RenderedEntry own, EntryCache former) {
    RenderedEntry shown = former.atHand(own.post());
    return shown == null || shown.post().hash().equals(own.post().hash());
  }

  /**
   * Posts were moved: the entry of each stays until that of its new place is ready. What was there
   * before is another post, so its entry goes.
   *
   * @param moved the former paths by the new ones
   */
  public void move(Map<String, String> moved) {
    Map<String, RenderedEntry> entries = new HashMap<>();
    moved.forEach(
        (to, from) -> {
          RenderedEntry entry = rendered.getOrDefault(from, inherited.get(from));
          if (entry != null) {
            entries.put(to, entry);
          }
        });
    for (Map<String, RenderedEntry> each : List.of(rendered, inherited)) {
      each.keySet().removeAll(moved.keySet());
      each.keySet().removeAll(moved.values());
    }
    inherited.putAll(entries);
  }

  /**
   * Prepares posts, within a time limit.
   *
   * @param touched posts for which something outside the post may have changed
   */
  public void prepare(
      Collection<Post> posts, Set<String> touched, Library library, WaitLimit waitLimit) {
    long begun = System.nanoTime();
    List<Job> started = new ArrayList<>();
    for (Post post : posts) {
      if (mustRender(post, touched)) {
        started.add(start(post, library, rendered.get(post.path())));
      }
    }
    ready.set(begun);
    for (Job job : started) {
      await(job, begun, waitLimit);
    }
  }

  private boolean mustRender(Post post, Set<String> touched) {
    Job job = jobs.get(post.path());
    if (job != null && job.post().equals(post)) {
      if (!job.result().isDone()) {
        if (touched.contains(post.path())) {
          overtaken.add(post.path());
        }
        return false;
      }
      settle(job, Duration.ZERO);
    }
    RenderedEntry before = rendered.get(post.path());
    return before == null
        || !before.post().equals(post)
        || overtaken.contains(post.path())
        || touched.contains(post.path());
  }

  private Job start(Post post, Library library, @Nullable RenderedEntry before) {
    Job job = new Job(post, rendering(post, library, before));
    CompletableFuture<?> unused =
        job.result().whenComplete((result, failure) -> ready.set(System.nanoTime()));
    jobs.put(post.path(), job);
    overtaken.remove(post.path());
    return job;
  }

  @AnyThread
  private CompletableFuture<RenderedEntry> rendering(
      Post post, Library library, @Nullable RenderedEntry before) {
    return renderers.render(
        post.body().length(),
        () -> entryRenderer.prepare(library, post, before, TURN),
        () -> entryRenderer.prepare(library, post, before));
  }

  /** Keeps waiting while others become ready: this one may only be behind them. */
  private void await(Job job, long begun, WaitLimit waitLimit) {
    Duration left = waitLimit.left(begun, ready.get());
    while (!settle(job, left)) {
      left = waitLimit.left(begun, ready.get());
      if (left.isZero()) {
        CompletableFuture<?> unused =
            job.result().handle((result, failure) -> reportLate(job.post().path()));
        return;
      }
    }
  }

  /** Whether it has become ready, or failed, within the limit. */
  private boolean settle(Job job, Duration waitLimit) {
    try {
      settle(job, job.result().get(waitLimit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      recordFailure(job, Objects.requireNonNull(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  private boolean reportLate(String path) {
    late.accept(path);
    return true;
  }

  private void settle(Job job, RenderedEntry result) {
    if (jobs.remove(job.post().path(), job)) {
      rendered.put(job.post().path(), result);
      inherited.remove(job.post().path());
      failures.remove(job.post().path());
    }
  }

  /** A bug, never the author's mistake: the previous entry stays, the others are not affected. */
  private void recordFailure(Job job, Throwable cause) {
    String path = job.post().path();
    jobs.remove(path, job);
    boolean isNew = failures.put(path, failure(path, cause)) == null;
    if (isNew && !(cause instanceof OutOfMemoryError)) {
      LOG.error("{} could not be rendered", path, cause);
    }
  }

  private static Problem failure(String path, Throwable cause) {
    String reason =
        cause instanceof OutOfMemoryError
            ? "it needs more memory than the server has; raise -Xmx, or split the post"
            : "the renderer failed (" + cause.getClass().getSimpleName() + ")";
    return Problem.error(
        path, 1, Kind.LIMIT, "the post's last good version stays in feeds, because " + reason);
  }

  /** Whether no post is being rendered for a feed. */
  public boolean isIdle() {
    return jobs.isEmpty();
  }

  /** Why posts could not be rendered. */
  public Collection<Problem> problems() {
    return failures.values();
  }

  /** The available entry of a post, which may be of its previous version; or null. */
  @AnyThread
  public @Nullable RenderedEntry get(Post post) {
    return rendered.get(post.path());
  }

  /**
   * The entries of posts as they are in a library, for a reader who asks before they are prepared;
   * without those that cannot be rendered. No thread waits for them.
   */
  @AnyThread
  public CompletableFuture<List<RenderedEntry>> entries(Library library, List<Post> posts) {
    List<CompletableFuture<@Nullable RenderedEntry>> all = new ArrayList<>();
    for (Post post : posts) {
      RenderedEntry before = get(post);
      all.add(rendering(post, library, before).exceptionally(EntryCache::none));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
        .thenApply(
            done -> all.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList());
  }

  /** A post that cannot be rendered is left out, but not because the server stops. */
  private static @Nullable RenderedEntry none(Throwable failure) {
    if (failure.getCause() instanceof RejectedExecutionException stopped) {
      throw stopped;
    }
    return null;
  }

  /** Whether the entry of a post is ready in its current version, or cannot be made. */
  public boolean isSettled(Post post) {
    RenderedEntry ready = get(post);
    boolean isReady = ready != null && ready.post().equals(post);
    return !jobs.containsKey(post.path()) && (isReady || failures.containsKey(post.path()));
  }

  /** Whether a post must still be rendered, and nothing renders it yet. */
  public boolean mayBeginWith(Post post) {
    Job job = jobs.get(post.path());
    return !isSettled(post) && (job == null || job.result().isDone());
  }

  /** The entry of a post in any version, else that of the cache before this one, or null. */
  public @Nullable RenderedEntry atHand(Post post) {
    RenderedEntry ready = get(post);
    return ready == null ? inherited.get(post.path()) : ready;
  }

  /** Forgets every entry except those of these files. */
  public void retain(Set<String> paths) {
    rendered.keySet().retainAll(paths);
    inherited.keySet().retainAll(paths);
    jobs.keySet().retainAll(paths);
    overtaken.retainAll(paths);
    failures.keySet().retainAll(paths);
  }
}
