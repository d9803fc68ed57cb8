package io.github.feedwright.http;

import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Serves files from disk, a buffer at a time: a stalled reader of a film holds 32 KiB. */
final class StoredFileAnswer {
  private static final int BUFFER_BYTES = 32 * 1024;

  /** An SVG is a document that may carry scripts: opened by itself it would run them as ours. */
  private static final HttpField NO_SCRIPTS =
      new PreEncodedHttpField("Content-Security-Policy", "script-src 'none'");

  private final Clock clock;
  private final CachePolicy cache;

  StoredFileAnswer(CachePolicy cache, Clock clock) {
    this.clock = clock;
    this.cache = cache;
  }

  void send(Exchange exchange, StoredFile file) {
    RequestFields asked = RequestFields.of(exchange.request().getHeaders());
    if (AcceptEncoding.parse(asked.acceptEncoding()).identity() == 0) {
      exchange.send(PlainAnswer.NOT_ACCEPTABLE);
    } else if (!isAsListed(file)) {
      // Its tag is of other bytes; the next look at the directory lists it anew.
      open(exchange, file, null, null);
    } else {
      exchange.when(file.tag(), tag -> send(exchange, file, asked.conditions(), tag));
    }
  }

  private void send(
      Exchange exchange, StoredFile file, ConditionalRequest conditions, EntityTag tag) {
    Instant now = clock.instant();
    Instant lastModified = file.lastModified().isAfter(now) ? null : file.lastModified();
    String field = tag.field(ContentCoding.IDENTITY);
    Map<ContentCoding, String> tags = Map.of(ContentCoding.IDENTITY, field);
    if (conditions.current(tags, ContentCoding.IDENTITY, lastModified, now) == null) {
      open(exchange, file, field, lastModified);
      return;
    }
    addFields(exchange, field, lastModified);
    exchange.sendUnchanged();
  }

  private static boolean isAsListed(StoredFile file) {
    try {
      return Files.size(file.file()) == file.size()
          && Files.getLastModifiedTime(file.file())
              .toInstant()
              .truncatedTo(ChronoUnit.SECONDS)
              .equals(file.written());
    } catch (IOException e) {
      return false;
    }
  }

  private void open(
      Exchange exchange, StoredFile file, @Nullable String tag, @Nullable Instant lastModified) {
    if (!Files.isRegularFile(file.file())) {
      exchange.send(PlainAnswer.NOT_FOUND);
      return;
    }
    try {
      stream(
          exchange,
          file,
          FileChannel.open(file.file(), StandardOpenOption.READ),
          tag,
          lastModified);
    } catch (IOException e) {
      exchange.fail(new UncheckedIOException(e));
    }
  }

  private void stream(
      Exchange exchange,
      StoredFile file,
      SeekableByteChannel channel,
      @Nullable String tag,
      @Nullable Instant lastModified)
      throws IOException {
    long size = channel.size();
    addFields(exchange, tag, lastModified);
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.add(HttpHeader.CONTENT_TYPE, file.contentType());
    if (file.contentType().startsWith("image/svg")) {
      headers.add(NO_SCRIPTS);
    }
    headers.put(HttpHeader.CONTENT_LENGTH, size);
    exchange.response().setStatus(200);
    if (size == 0 || exchange.request().getMethod().equals("HEAD")) {
      channel.close();
      exchange.response().write(true, BufferUtil.EMPTY_BUFFER, exchange.callback());
      return;
    }
    ByteBufferPool pool = exchange.request().getComponents().getByteBufferPool();
    Content.copy(
        Content.Source.from(new ByteBufferPool.Sized(pool, true, BUFFER_BYTES), channel, 0, size),
        exchange.response(),
        new DiskReading(exchange.callback()));
  }

  private void addFields(Exchange exchange, @Nullable String tag, @Nullable Instant lastModified) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    Fields.addAll(headers, Fields.EVERYWHERE);
    headers.add(Fields.cacheControl(tag == null ? CachePolicy.NEVER : cache.feed()));
    if (tag != null) {
      headers.add(HttpHeader.ETAG, tag);
    }
    if (lastModified != null) {
      headers.add(HttpHeader.LAST_MODIFIED, HttpDate.format(lastModified));
    }
  }

  /** Keeps the reading of the next buffer off the threads that select. */
  private static final class DiskReading extends Callback.Nested {
    DiskReading(Callback callback) {
      super(callback);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.BLOCKING;
    }
  }
}
