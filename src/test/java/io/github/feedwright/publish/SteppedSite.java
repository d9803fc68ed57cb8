package io.github.feedwright.publish;

import io.github.feedwright.edition.Edition;
import io.github.feedwright.edition.EditionDifference;
import io.github.feedwright.edition.MapSnapshot;
import io.github.feedwright.edition.continuity.HeldPosts;
import io.github.feedwright.edition.entry.WaitLimit;
import io.github.feedwright.edition.store.RenderingCaches;
import io.github.feedwright.identity.PublishedPosts;
import io.github.feedwright.intake.Signal;
import io.github.feedwright.library.Library;
import io.github.feedwright.library.Posts;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.problem.Problem;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.source.FileEvent;
import io.github.feedwright.source.search.GeneratorSearch;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.cache.CacheLimits;
import io.github.feedwright.web.cache.LastModifiedClock;
import io.github.feedwright.web.cache.RepresentationCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A site that publishes when it is told to, one second after the other. Unless it is told to hold
 * them back, what is made on demand is made at once.
 */
final class SteppedSite implements AutoCloseable {
  private static final WaitLimit TIME_LIMIT = WaitLimit.of(Duration.ofSeconds(60));

  private final Path posts;
  private final LastModifiedClock lastModifiedClock = new LastModifiedClock();
  private final RepresentationCache representations;
  private SiteRuntime runtime;
  private final Queue<Runnable> heldBack = new ArrayDeque<>();
  private final List<Signal> signals = Collections.synchronizedList(new ArrayList<>());
  private boolean holdsBack;
  private Instant now = Instant.parse("2030-05-05T12:00:00Z");

  private SteppedSite(Path posts, Settings settings, CacheLimits limits) {
    this.posts = posts;
    this.representations =
        new RepresentationCache(this::work, Runnable::run, lastModifiedClock, limits);
    this.runtime =
        new SiteRuntime(
            settings,
            representations,
            new RenderingCaches(limits.html(), CacheStore.none()),
            signals::add);
  }

  /** A site that has published what a directory holds, after another one published it. */
  static SteppedSite after(PublishedPosts memory, Path posts, String yaml) {
    SteppedSite site =
        new SteppedSite(posts, Posts.settings(yaml).withPosts(posts), CacheLimits.USUAL);
    site.runtime.pipeline().continuity().remember(memory);
    site.runtime.ingester().takeWhole(site.runtime.scanner().list(), site.now);
    site.publish();
    return site;
  }

  /** From now on another configuration holds; returns what readers see of it. */
  Edition.Changed reconfigure(String yaml) {
    SiteRuntime next =
        new SiteRuntime(
            Posts.settings(yaml).withPosts(posts),
            representations,
            RenderingCaches.of(CacheStore.none()),
            signals::add,
            runtime);
    next.makeReady(runtime, Clock.fixed(now, ZoneOffset.UTC));
    next.catchUp(runtime, now);
    SiteRuntime former = runtime;
    Edition before = former.pipeline().edition();
    runtime = next;
    publish();
    Edition.Changed changed =
        EditionDifference.between(
            former.pipeline(), before, next.pipeline(), next.pipeline().edition());
    former.close();
    return changed;
  }

  /** What the last change changed. */
  Edition.Changed changed() {
    return runtime.pipeline().edition().changed();
  }

  /** A site that has published what a directory holds. */
  static SteppedSite on(Path posts, String yaml, CacheLimits limits) {
    return on(posts, Posts.settings(yaml).withPosts(posts), limits);
  }

  /** The same, read as the generator reads it that is found there. */
  static SteppedSite ofGenerator(Path posts, String yaml) {
    Settings settings = GeneratorSearch.resolved(Posts.settings(yaml).withPosts(posts));
    return on(posts, settings, CacheLimits.USUAL);
  }

  private static SteppedSite on(Path posts, Settings settings, CacheLimits limits) {
    SteppedSite site = new SteppedSite(posts, settings, limits);
    site.runtime.ingester().takeWhole(site.runtime.scanner().list(), site.now);
    site.runtime.readCommits(Clock.fixed(site.now, ZoneOffset.UTC));
    site.publish();
    return site;
  }

  private void work(Runnable task) {
    if (holdsBack) {
      heldBack.add(task);
    } else {
      task.run();
    }
  }

  /** From now on nothing is made on demand. */
  void holdBack() {
    holdsBack = true;
  }

  /** Makes what was held back, and from now on everything at once. */
  void letGo() {
    holdsBack = false;
    while (!heldBack.isEmpty()) {
      heldBack.remove().run();
    }
  }

  /** A file as it is a minute after it was last written. */
  static void write(Path posts, String path, String text) throws IOException {
    Path file = posts.resolve(path);
    Files.createDirectories(file.getParent());
    Path beside = Files.writeString(file.resolveSibling(".new"), text);
    Files.setLastModifiedTime(beside, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes a file and publishes it. */
  void write(String path, String text) throws IOException {
    write(posts, path, text);
    take(path, FileEvent.APPEARED);
    publish();
  }

  /** Deletes a file and publishes that. */
  void delete(String path) throws IOException {
    Files.delete(posts.resolve(path));
    take(path, FileEvent.REMOVED);
    now = now.plusSeconds(1);
    runtime.ingester().noteScan(now);
    take(path, FileEvent.CHANGED);
    publish();
  }

  /** Looks at a file, and publishes nothing. */
  void take(String path, FileEvent what) {
    now = now.plusSeconds(1);
    runtime.ingester().ingest(List.of(new Signal.Touched(path, what)), () -> now);
  }

  /** Looks at files in one turn, and publishes what that gives. */
  void turn(Signal.Touched... touched) {
    now = now.plusSeconds(1);
    runtime.ingester().ingest(List.of(touched), () -> now);
    publish();
  }

  /** The same after a while in which the server was busy, and looked at nothing. */
  void lateTurn(Duration busy, Signal.Touched... touched) {
    now = now.plus(busy);
    turn(touched);
  }

  /** What is running now. */
  SiteRuntime runtime() {
    return runtime;
  }

  /** What time it is. */
  Instant now() {
    return now;
  }

  /** Sees which folders there are, as a scan does: {@code _posts} decides which files are posts. */
  void seeFolders() {
    runtime
        .ingester()
        .known()
        .follow(runtime.scanner().list().directories().keySet(), Duration.ZERO);
  }

  /** Waits until a scan has found nothing new, and looks at what is due by then. */
  void wait(Duration time) {
    now = now.plus(time);
    runtime.ingester().noteScan(now);
    runtime.ingester().ingest(List.of(), () -> now);
    publish();
  }

  /** The directory has settled. */
  void settle() {
    now = now.plusSeconds(1);
    runtime.pipeline().continuity().markSettled();
    publish();
  }

  /** What readers were shown. */
  PublishedPosts published() {
    return runtime.pipeline().continuity().published();
  }

  /** The ids of all posts, to the letter, by file. */
  Map<String, String> ids() {
    Library library = runtime.pipeline().edition().library();
    Map<String, String> ids = new TreeMap<>();
    library.all().forEach(post -> ids.put(post.path(), library.guid(post)));
    return ids;
  }

  /** What is held back. */
  HeldPosts held() {
    return runtime.pipeline().continuity().held();
  }

  /** What is wrong with ids now. */
  List<String> idProblems() {
    return problems().stream()
        .filter(problem -> problem.kind() == Kind.ID || problem.kind() == Kind.GUARD)
        .map(Problem::toString)
        .toList();
  }

  /** Publishes what was taken in. */
  void publish() {
    runtime.pipeline().publish(now, TIME_LIMIT, now);
  }

  /** Whether something waits to be published, and the publisher has been told of it. */
  boolean isBehind() {
    return runtime.pipeline().isBehind() && !signals.isEmpty();
  }

  /** What is wrong now, in the order of files and lines. */
  Collection<Problem> problems() {
    return new TreeSet<>(runtime.problems());
  }

  /** Of how many paths it knows since when they are as they are. */
  int times() {
    return lastModifiedClock.size();
  }

  /** What is served now. */
  MapSnapshot snapshot() {
    return runtime.pipeline().edition().snapshot();
  }

  /** The body at a path. */
  String body(String path) {
    return body(snapshot().find(path, null));
  }

  /** The body of a resource; what else it is as text. */
  static String body(@Nullable Resource resource) {
    if (resource instanceof OnDemand later) {
      return body(asked(later).join());
    }
    return resource instanceof Representation ready
        ? StandardCharsets.UTF_8.decode(ready.body()).toString()
        : "" + resource;
  }

  /** Asks for what is made on demand. */
  static CompletableFuture<Representation> asked(@Nullable Resource resource) {
    return ((OnDemand) Objects.requireNonNull(resource)).representation();
  }

  @Override
  public void close() {
    runtime.close();
  }
}
