package io.github.feedwright.web.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import io.github.feedwright.source.SourceFile;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.cache.DocumentRepresentation.Validators;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes representations only when they are requested: archives, pages, compressed bodies. Each is
 * made once on a worker, however many requests wait, and kept in a bounded cache while its snapshot
 * is in use.
 *
 * <p>Threads: {@code publish} puts in what is to be served, {@code http} asks for it, {@code
 * worker} makes it, {@code digest} reads files for it.
 */
public final class RepresentationCache {
  private final Executor workers;
  private final Executor digests;
  private final LastModifiedClock lastModifiedClock;
  private final boolean isServed;
  private final AsyncCache<Deferred<?>, Representation> made;
  private final Bodies bodies;

  /**
   * A cache that compresses in the codings that this machine can make.
   *
   * @param workers threads that make pages, archives and compressed bodies
   * @param digests threads that read whole files for their tags: a video takes a minute
   */
  public RepresentationCache(
      Executor workers, Executor digests, LastModifiedClock lastModifiedClock, CacheLimits limits) {
    this(workers, digests, lastModifiedClock, limits, Compressor.available(), true);
  }

  /** A cache of what is written into files: nobody asks for its tags, which cost a digest each. */
  public static RepresentationCache forFiles(Executor workers) {
    return new RepresentationCache(
        workers,
        workers,
        new LastModifiedClock(),
        CacheLimits.USUAL,
        Compressor.available(),
        false);
  }

  /** A cache of the usual size that compresses only in these codings. */
  public RepresentationCache(
      Executor workers,
      Executor digests,
      LastModifiedClock lastModifiedClock,
      Set<ContentCoding> codings) {
    this(workers, digests, lastModifiedClock, CacheLimits.USUAL, codings, true);
  }

  private RepresentationCache(
      Executor workers,
      Executor digests,
      LastModifiedClock lastModifiedClock,
      CacheLimits limits,
      Set<ContentCoding> codings,
      boolean isServed) {
    this.workers = workers;
    this.digests = digests;
    this.lastModifiedClock = lastModifiedClock;
    this.isServed = isServed;
    this.made =
        Bodies.caffeine()
            .maximumWeight(limits.bytes())
            .weigher((Deferred<?> key, Representation value) -> value.length())
            .buildAsync();
    this.bodies = new Bodies(workers, limits.bytes(), codings);
  }

  /** The representation of a document that exists since the given instant. */
  public Representation represent(Document document, Instant since) {
    Supplier<Validators> validators =
        isServed ? known(validators(document, since)) : () -> validators(document, since);
    return new DocumentRepresentation(document, validators, bodies);
  }

  private static Supplier<Validators> known(Validators validators) {
    return () -> validators;
  }

  private Validators validators(Document document, Instant since) {
    EntityTag tag = EntityTag.of(document.body());
    return new Validators(
        tag, document.isUnlisted() ? null : lastModifiedClock.since(document.path(), tag, since));
  }

  /** The second in which this process first saw a file in its current state. */
  Instant since(SourceFile file, Instant now) {
    return lastModifiedClock.since(file.path(), file, now);
  }

  /**
   * Tells which paths are served now: of the others, no time is kept.
   *
   * @param served how many paths are served
   */
  public void forgetUnserved(Predicate<String> isServed, int served) {
    lastModifiedClock.forgetUnserved(isServed, served);
  }

  /** Whether what is made is written into files, and not served. */
  public boolean isForFiles() {
    return !isServed;
  }

  /** A representation that is made at the first request. */
  public <S> Deferred<S> later(Function<S, Document> maker, Instant since) {
    return new Deferred<>(this, own -> findOut(() -> maker.apply(own)), since);
  }

  /**
   * A representation that is made at the first request, from something that must be ready before:
   * no worker waits for that.
   *
   * @param parts what the representation is made of
   */
  public <S, T> Deferred<S> later(
      Function<S, CompletableFuture<T>> parts, BiFunction<S, T, Document> maker, Instant since) {
    return new Deferred<>(
        this,
        own -> parts.apply(own).thenApplyAsync(there -> maker.apply(own, there), workers),
        since);
  }

  CompletableFuture<Representation> make(
      Deferred<?> deferred, Supplier<CompletableFuture<Representation>> maker) {
    return made.get(deferred, (key, own) -> maker.get());
  }

  /** Finds something out on a worker thread. */
  public <T> CompletableFuture<T> findOut(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, workers);
  }

  /**
   * Reads a file on the thread for that.
   *
   * @param refused called if that thread has ended
   */
  void digest(Runnable task, Consumer<Throwable> refused) {
    try {
      digests.execute(task);
    } catch (RuntimeException | Error e) {
      refused.accept(e);
    }
  }
}
