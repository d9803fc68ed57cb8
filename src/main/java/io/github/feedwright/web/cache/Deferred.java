package io.github.feedwright.web.cache;

import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A representation that is made at the first request, from the snapshot that is asked. It is shared
 * by all snapshots that are not known to differ in it, so that it is made once, and holds none of
 * them.
 *
 * <p>What a post refers to is known only when something was made of it. So if nothing was, a reader
 * that a change has overtaken may get the page that the newer snapshot has, as if it had asked
 * later; it never gets a mixture.
 *
 * @param <S> what it is made from
 */
public final class Deferred<S> {
  private final RepresentationCache representations;
  private final Function<S, CompletableFuture<Document>> maker;
  private final Instant since;

  Deferred(
      RepresentationCache representations,
      Function<S, CompletableFuture<Document>> maker,
      Instant since) {
    this.representations = representations;
    this.maker = maker;
    this.since = since;
  }

  /** The representation as one snapshot has it. */
  public OnDemand in(S snapshot) {
    return () -> representations.make(this, () -> make(snapshot));
  }

  private CompletableFuture<Representation> make(S snapshot) {
    return maker.apply(snapshot).thenApply(made -> representations.represent(made, since));
  }
}
