package io.github.feedwright.http;

import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.Representation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A representation whose bodies are given, not made. */
record Bytes(
    String contentType,
    Freshness freshness,
    @Nullable Instant lastModified,
    List<String> links,
    String text,
    Map<ContentCoding, CompletableFuture<String>> coded)
    implements Representation {

  /** A feed whose bodies in gzip and br are marked as such, so that a test sees which it got. */
  static Bytes feed(String text, @Nullable Instant lastModified) {
    return new Bytes(
        "application/atom+xml; charset=utf-8",
        Freshness.FEED,
        lastModified,
        List.of("<https://feeds.example.org/atom.xml>; rel=\"self\""),
        text,
        Map.of(
            ContentCoding.GZIP, CompletableFuture.completedFuture("gzip of " + text),
            ContentCoding.BROTLI, CompletableFuture.completedFuture("br of " + text)));
  }

  static Bytes page(String text) {
    return new Bytes("text/html; charset=utf-8", Freshness.PAGE, null, List.of(), text, Map.of());
  }

  Bytes inGzip(CompletableFuture<String> body) {
    return new Bytes(
        contentType, freshness, lastModified, links, text, Map.of(ContentCoding.GZIP, body));
  }

  @Override
  public int length() {
    return body().remaining();
  }

  @Override
  public ByteBuffer body() {
    return buffer(text);
  }

  @Override
  public EntityTag tag() {
    return EntityTag.of(ByteSequence.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Set<ContentCoding> codings() {
    Set<ContentCoding> codings = EnumSet.of(ContentCoding.IDENTITY);
    codings.addAll(coded.keySet());
    return codings;
  }

  @Override
  public CompletableFuture<ByteBuffer> body(ContentCoding coding) {
    CompletableFuture<String> body = coded.get(coding);
    return body == null ? CompletableFuture.completedFuture(body()) : body.thenApply(Bytes::buffer);
  }

  private static ByteBuffer buffer(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
  }
}
