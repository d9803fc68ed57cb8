package io.github.feedwright.http;

import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.Representation;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** The header fields of the responses with one representation, encoded once. */
final class RepresentationHead {
  private final WeakReference<Representation> representation;
  private final Map<ContentCoding, String> tags = new EnumMap<>(ContentCoding.class);
  private final Map<ContentCoding, List<HttpField>> whole = new EnumMap<>(ContentCoding.class);
  private final Map<ContentCoding, List<HttpField>> unchanged = new EnumMap<>(ContentCoding.class);
  private final @Nullable Instant lastModified;
  private final @Nullable HttpField lastModifiedField;

  RepresentationHead(Representation of, CachePolicy cache) {
    this.representation = new WeakReference<>(of);
    this.lastModified = of.lastModified();
    this.lastModifiedField =
        lastModified == null
            ? null
            : ResponseFields.of(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(lastModified));
    for (ContentCoding coding : of.codings()) {
      List<HttpField> common = common(of, coding, cache);
      tags.put(coding, of.tag().field(coding));
      unchanged.put(coding, List.copyOf(common));
      whole.put(coding, whole(of, coding, common));
    }
  }

  boolean isOf(Representation other) {
    return representation.refersTo(other);
  }

  Map<ContentCoding, String> tags() {
    return tags;
  }

  /** The fields of a 200 except {@code Last-Modified}. */
  List<HttpField> whole(ContentCoding coding) {
    return Objects.requireNonNull(whole.get(coding));
  }

  /** The fields of a 304 except {@code Last-Modified} (RFC 9110, section 15.4.5). */
  List<HttpField> unchanged(ContentCoding coding) {
    return Objects.requireNonNull(unchanged.get(coding));
  }

  /**
   * When it was last modified, or null if that must not be sent yet: a date ahead of the clock (RFC
   * 9110, section 8.8.2.1) would hide the next change.
   */
  @Nullable Instant lastModified(Instant now) {
    return lastModified == null || lastModified.isAfter(now) ? null : lastModified;
  }

  @Nullable HttpField lastModifiedField() {
    return lastModifiedField;
  }

  private static List<HttpField> common(
      Representation of, ContentCoding coding, CachePolicy cache) {
    List<HttpField> fields = new ArrayList<>(ResponseFields.EVERYWHERE);
    fields.add(ResponseFields.of(HttpHeader.ETAG, of.tag().field(coding)));
    fields.add(ResponseFields.cacheControl(cache.value(of.freshness())));
    if (of.codings().size() > 1) {
      fields.add(ResponseFields.VARY);
    }
    if (of.isUnlisted()) {
      fields.add(ResponseFields.NOT_INDEXED);
    }
    for (String link : of.links()) {
      fields.add(ResponseFields.of(HttpHeader.LINK, link));
    }
    return fields;
  }

  private static List<HttpField> whole(
      Representation of, ContentCoding coding, List<HttpField> common) {
    List<HttpField> fields = new ArrayList<>(common);
    fields.add(ResponseFields.of(HttpHeader.CONTENT_TYPE, of.contentType()));
    if (of.policy() != null) {
      fields.add(ResponseFields.policy(of.policy()));
    }
    if (coding != ContentCoding.IDENTITY) {
      fields.add(ResponseFields.of(HttpHeader.CONTENT_ENCODING, coding.token()));
    }
    return List.copyOf(fields);
  }
}
