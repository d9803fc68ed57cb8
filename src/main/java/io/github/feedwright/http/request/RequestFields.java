package io.github.feedwright.http.request;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** The fields of a request that an answer depends on, each with its lines joined. */
public record RequestFields(
    @Nullable String acceptEncoding,
    @Nullable String ifMatch,
    @Nullable String ifUnmodifiedSince,
    @Nullable String ifNoneMatch,
    @Nullable String ifModifiedSince,
    @Nullable String ifRange,
    @Nullable String range) {

  public static RequestFields of(HttpFields fields) {
    String acceptEncoding = null;
    String ifMatch = null;
    String ifUnmodifiedSince = null;
    String ifNoneMatch = null;
    String ifModifiedSince = null;
    String ifRange = null;
    String range = null;
    for (HttpField field : fields) {
      HttpHeader header = field.getHeader();
      if (header == HttpHeader.ACCEPT_ENCODING) {
        acceptEncoding = join(acceptEncoding, field);
      } else if (header == HttpHeader.IF_MATCH) {
        ifMatch = join(ifMatch, field);
      } else if (header == HttpHeader.IF_UNMODIFIED_SINCE) {
        ifUnmodifiedSince = join(ifUnmodifiedSince, field);
      } else if (header == HttpHeader.IF_NONE_MATCH) {
        ifNoneMatch = join(ifNoneMatch, field);
      } else if (header == HttpHeader.IF_MODIFIED_SINCE) {
        ifModifiedSince = join(ifModifiedSince, field);
      } else if (header == HttpHeader.IF_RANGE) {
        ifRange = join(ifRange, field);
      } else if (header == HttpHeader.RANGE) {
        range = join(range, field);
      }
    }
    return new RequestFields(
        acceptEncoding, ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince, ifRange, range);
  }

  public ConditionalRequest conditions() {
    return new ConditionalRequest(
        ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince, ifRange);
  }

  /** Several lines of one field are one list (RFC 9110, section 5.3). */
  private static String join(@Nullable String before, HttpField field) {
    String value = field.getValue() == null ? "" : field.getValue();
    return before == null ? value : before + ", " + value;
  }
}
