package io.github.feedwright.http;

import io.github.feedwright.http.request.RequestFields;
import io.github.feedwright.http.request.RequestedRange;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * One file, opened, in answer to one request: whole or one range of it (RFC 9110, section 14), a
 * buffer at a time, so that a stalled reader of a video holds 32 KiB, and each in its turn, so that
 * a thousand readers of videos do not delay one another.
 */
final class FileTransfer {
  private static final int BUFFER_BYTES = 32 * 1024;

  /**
   * A document that may carry scripts, such as an SVG: opened by itself it would run them as ours.
   */
  private static final HttpField NO_SCRIPTS =
      new PreEncodedHttpField("Content-Security-Policy", "script-src 'none'");

  private final Exchange exchange;
  private final RequestFields asked;
  private final CachePolicy cache;
  private final Instant now;
  private final String contentType;
  private final SeekableByteChannel bytes;
  private final boolean isAsListed;
  private final @Nullable String tag;
  private final @Nullable Instant lastModified;

  /**
   * A transfer.
   *
   * @param tag none where it is not known in time
   */
  FileTransfer(
      Exchange exchange,
      StoredFile file,
      StoredFile.Opened opened,
      Optional<EntityTag> tag,
      RequestFields asked,
      CachePolicy cache,
      Instant now) {
    this.exchange = exchange;
    this.asked = asked;
    this.cache = cache;
    this.now = now;
    this.contentType = file.contentType();
    this.bytes = opened.bytes();
    // Tag and time are those of the version that was listed; the next scan lists the new version.
    this.isAsListed = opened.isAsListed();
    this.tag = isAsListed ? tag.map(each -> each.field(ContentCoding.IDENTITY)).orElse(null) : null;
    this.lastModified =
        isAsListed && !file.lastModified().isAfter(now) ? file.lastModified() : null;
  }

  void send() throws IOException {
    if (asked.conditions().fails(tags(), lastModified, now)) {
      exchange.send(PlainResponse.PRECONDITION_FAILED);
      return;
    }
    if (isAsListed && isCurrent()) {
      addFields();
      exchange.sendUnchanged();
      return;
    }
    long size = bytes.size();
    ByteRange range = range(size);
    if (range == null) {
      send(200, 0, size);
    } else if (range.first() >= size) {
      exchange.send(PlainResponse.notSatisfiable(size));
    } else {
      HttpFields.Mutable headers = exchange.response().getHeaders();
      headers.add(HttpHeader.CONTENT_RANGE, range.toHeaderValue(size));
      send(206, range.first(), range.getLength());
    }
  }

  private boolean isCurrent() {
    return asked.conditions().current(tags(), ContentCoding.IDENTITY, lastModified, now) != null;
  }

  private Map<ContentCoding, String> tags() {
    return tag == null ? Map.of() : Map.of(ContentCoding.IDENTITY, tag);
  }

  /** The range to send, or null for the whole: to an empty file every range would be an error. */
  private @Nullable ByteRange range(long size) {
    return isAsListed
            && size > 0
            && exchange.request().getMethod().equals("GET")
            && asked.conditions().allowsRange(tag, lastModified, now)
        ? RequestedRange.of(asked.range(), size)
        : null;
  }

  private void send(int status, long offset, long length) throws IOException {
    addFields();
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.add(HttpHeader.CONTENT_TYPE, contentType);
    if (contentType.contains("xml") || contentType.contains("html")) {
      headers.add(NO_SCRIPTS);
    }
    headers.put(HttpHeader.CONTENT_LENGTH, length);
    exchange.response().setStatus(status);
    if (length == 0 || exchange.request().getMethod().equals("HEAD")) {
      exchange.response().write(true, BufferUtil.EMPTY_BUFFER, exchange.callback());
      return;
    }
    // Jetty would read up to an offset, which in a video takes seconds.
    bytes.position(offset);
    ByteBufferPool pool = exchange.request().getComponents().getByteBufferPool();
    Content.copy(
        Content.Source.from(new ByteBufferPool.Sized(pool, true, BUFFER_BYTES), bytes, 0, length),
        this::writeInTurn,
        exchange.callback());
  }

  /** Goes on behind the pieces of other files that are waiting. */
  private void writeInTurn(boolean last, ByteBuffer piece, Callback callback) {
    Callback later =
        Callback.from(
            Invocable.InvocationType.NON_BLOCKING,
            () -> exchange.executor().execute(callback::succeeded),
            callback::failed);
    exchange.response().write(last, piece, later);
  }

  private void addFields() {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    ResponseFields.addAll(headers, ResponseFields.EVERYWHERE);
    headers.add(ResponseFields.ACCEPT_RANGES);
    headers.add(ResponseFields.EXPOSE_RANGES);
    headers.add(ResponseFields.cacheControl(isAsListed ? cache.feed() : CachePolicy.NEVER));
    if (tag != null) {
      headers.add(HttpHeader.ETAG, tag);
    }
    if (lastModified != null) {
      headers.add(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(lastModified));
    }
  }
}
