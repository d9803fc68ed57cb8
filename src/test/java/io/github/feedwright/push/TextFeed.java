package io.github.feedwright.push;

import io.github.feedwright.text.ByteSequence;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.Freshness;
import io.github.feedwright.web.Representation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is any text.
 *
 * @param url what its self link says
 */
public record TextFeed(String url, String text) implements Representation {
  @Override
  public String contentType() {
    return "application/atom+xml; charset=utf-8";
  }

  @Override
  public Freshness freshness() {
    return Freshness.FEED;
  }

  @Override
  public int length() {
    return bytes().length;
  }

  @Override
  public ByteBuffer body() {
    return ByteBuffer.wrap(bytes()).asReadOnlyBuffer();
  }

  private byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public EntityTag tag() {
    return EntityTag.of(ByteSequence.of(bytes()));
  }

  @Override
  public @Nullable Instant lastModified() {
    return null;
  }

  @Override
  public List<String> links() {
    return List.of("<" + url + ">; type=\"application/atom+xml\"; rel=\"self\"");
  }

  @Override
  public Set<ContentCoding> codings() {
    return Set.of(ContentCoding.IDENTITY);
  }

  @Override
  public CompletableFuture<ByteBuffer> body(ContentCoding coding) {
    return CompletableFuture.completedFuture(body());
  }
}
