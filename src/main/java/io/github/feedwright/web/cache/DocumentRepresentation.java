package io.github.feedwright.web.cache;

import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.Representation;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A document that was written, as it is served. */
final class DocumentRepresentation implements Representation {
  private final Document document;
  private final Supplier<Validators> validators;
  private final Bodies bodies;

  DocumentRepresentation(Document document, Supplier<Validators> validators, Bodies bodies) {
    this.document = document;
    this.validators = validators;
    this.bodies = bodies;
  }

  /** What conditional requests compare. */
  record Validators(EntityTag tag, @Nullable Instant lastModified) {}

  @Override
  public String contentType() {
    return document.contentType();
  }

  @Override
  public Freshness freshness() {
    return document.freshness();
  }

  @Override
  public int length() {
    return document.body().length();
  }

  @Override
  public ByteBuffer body() {
    return bodies.plain(document.body()).duplicate();
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
  public List<String> links() {
    return document.links();
  }

  @Override
  public @Nullable String policy() {
    return document.policy();
  }

  @Override
  public boolean isUnlisted() {
    return document.isUnlisted();
  }

  @Override
  public Set<ContentCoding> codings() {
    return bodies.codings(document.body());
  }

  @Override
  public CompletableFuture<ByteBuffer> body(ContentCoding coding) {
    return coding == ContentCoding.IDENTITY
        ? CompletableFuture.completedFuture(body())
        : bodies.coded(document.body(), coding).thenApply(ByteBuffer::duplicate);
  }
}
