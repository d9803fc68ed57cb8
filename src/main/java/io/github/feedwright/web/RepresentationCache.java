package io.github.feedwright.web;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.feedwright.source.SourceFile;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes representations only when they are requested: archives, pages, compressed bodies. Each is
 * made once on a worker, however many requests wait, and kept in a bounded cache while its snapshot
 * is in use.
 *
 * <p>Threads: {@code publish} puts in what is to be served, {@code http} asks for it, {@code
 * worker} makes it, {@code digest} reads files for it.
 */
public final class RepresentationCache {
  /** Below this size, compression saves hardly anything: the body fits into one packet. */
  private static final int SMALLEST_COMPRESSED = 256;

  private final Executor workers;
  private final Executor digests;
  private final LastModifiedClock lastModifiedClock;
  private final Set<ContentCoding> codings;
  private final boolean isServed;
  private final AsyncCache<Deferred<?>, Representation> made;
  private final Map<ContentCoding, AsyncCache<Bytes, ByteBuffer>> compressed;

  /**
   * A cache that packs in the codings that this machine can make.
   *
   * @param workers threads that make pages, archives and packed bodies
   * @param digests threads that read whole files for their tags: a film takes a minute
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
    this.codings = codings;
    this.isServed = isServed;
    this.made =
        Caffeine.newBuilder()
            // The cache's own maintenance; on the workers it would log failures after they are shut
            // down.
            .executor(Runnable::run)
            .weakKeys()
            .maximumWeight(limits.bytes())
            .weigher((Deferred<?> key, Representation value) -> value.body().remaining())
            .buildAsync();
    this.compressed = new EnumMap<>(ContentCoding.class);
    for (ContentCoding coding : codings) {
      compressed.put(coding, bodies(limits.bytes()));
    }
  }

  private static AsyncCache<Bytes, ByteBuffer> bodies(long limit) {
    return Caffeine.newBuilder()
        .executor(Runnable::run)
        .weakKeys()
        .maximumWeight(limit)
        .weigher((Bytes key, ByteBuffer value) -> value.remaining())
        .buildAsync();
  }

  /** The representation of a document that exists since the given instant. */
  public Representation represent(Document document, Instant since) {
    boolean isCompressible = document.body().length >= SMALLEST_COMPRESSED;
    return new Bytes(
        document,
        isServed ? known(validators(document, since)) : () -> validators(document, since),
        isCompressible ? codings : Set.of(ContentCoding.IDENTITY),
        this);
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
  public void served(Predicate<String> isServed, int served) {
    lastModifiedClock.forgetUnserved(isServed, served);
  }

  /** A representation that is made at the first request. */
  public <S> Deferred<S> later(Function<S, Document> maker, Instant since) {
    return new Deferred<>(this, own -> findOut(() -> maker.apply(own)), since);
  }

  /**
   * The same of something that must be there first, for which no worker waits.
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

  private CompletableFuture<ByteBuffer> compress(Bytes bytes, ContentCoding coding) {
    AsyncCache<Bytes, ByteBuffer> cache = compressed.get(coding);
    if (cache == null) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException("not among the codings: " + coding));
    }
    return cache.get(
        bytes,
        (key, own) ->
            CompletableFuture.supplyAsync(
                () -> direct(Compressor.compress(key.copy(), coding)), workers));
  }

  /** Finds something out on a worker thread. */
  public <T> CompletableFuture<T> findOut(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, workers);
  }

  /**
   * Reads a file on a thread that is there for that.
   *
   * @param refused told where there is no such thread any more
   */
  void digest(Runnable task, Consumer<Throwable> refused) {
    try {
      digests.execute(task);
    } catch (RuntimeException | Error e) {
      refused.accept(e);
    }
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }

  private record Validators(EntityTag tag, @Nullable Instant lastModified) {}

  /** Bytes in memory. */
  private static final class Bytes implements Representation {
    private final String contentType;
    private final Freshness freshness;
    private final List<String> links;
    private final @Nullable String policy;
    private final ByteBuffer body;
    private final Supplier<Validators> validators;
    private final boolean isUnlisted;
    private final Set<ContentCoding> codings;
    private final RepresentationCache representations;

    Bytes(
        Document document,
        Supplier<Validators> validators,
        Set<ContentCoding> codings,
        RepresentationCache representations) {
      this.contentType = document.contentType();
      this.freshness = document.freshness();
      this.links = document.links();
      this.policy = document.policy();
      this.isUnlisted = document.isUnlisted();
      this.body = direct(document.body());
      this.validators = validators;
      this.codings = codings;
      this.representations = representations;
    }

    @Override
    public String contentType() {
      return contentType;
    }

    @Override
    public Freshness freshness() {
      return freshness;
    }

    @Override
    public ByteBuffer body() {
      return body.duplicate();
    }

    private byte[] copy() {
      byte[] copy = new byte[body.remaining()];
      body.get(0, copy);
      return copy;
    }

    @Override
    public EntityTag tag() {
      return validators.get().tag();
    }

    @Override
    public @Nullable Instant lastModified() {
      return validators.get().lastModified();
    }

    @Override
    public boolean isUnlisted() {
      return isUnlisted;
    }

    @Override
    public List<String> links() {
      return links;
    }

    @Override
    public @Nullable String policy() {
      return policy;
    }

    @Override
    public Set<ContentCoding> codings() {
      return codings;
    }

    @Override
    public CompletableFuture<ByteBuffer> body(ContentCoding coding) {
      return coding == ContentCoding.IDENTITY
          ? CompletableFuture.completedFuture(body())
          : representations.compress(this, coding).thenApply(ByteBuffer::duplicate);
    }
  }
}
