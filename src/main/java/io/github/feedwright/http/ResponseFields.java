package io.github.feedwright.http;

import io.github.feedwright.web.CommonFields;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Header fields that are the same in many responses, encoded once. */
final class ResponseFields {
  static final String METHODS = "GET, HEAD, OPTIONS";

  static final HttpField VARY = of(HttpHeader.VARY, "Accept-Encoding");

  /** Of a 404, whose body depends on the types that the client accepts. */
  static final HttpField VARY_BY_TYPE = of(HttpHeader.VARY, "Accept, Accept-Encoding");

  static final HttpField RETRY_AFTER = of(HttpHeader.RETRY_AFTER, "10");
  static final HttpField ACCEPT_RANGES = of(HttpHeader.ACCEPT_RANGES, "bytes");

  /** For players in browsers, beside what {@link #EVERYWHERE} lets them see. */
  static final HttpField EXPOSE_RANGES =
      of(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, "Accept-Ranges, Content-Range");

  static final HttpField ALLOW = of(HttpHeader.ALLOW, METHODS);

  /** In every response. */
  static final List<HttpField> EVERYWHERE =
      CommonFields.ALL.stream()
          .<HttpField>map(field -> new PreEncodedHttpField(field.name(), field.value()))
          .toList();

  /** For what nothing links to: crawlers would request every combination of terms. */
  static final HttpField NOT_INDEXED = new PreEncodedHttpField("X-Robots-Tag", "noindex");

  /** The response to a preflight; the requested method and fields do not matter. */
  static final List<HttpField> PREFLIGHT =
      List.of(
          of(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, METHODS),
          of(
              HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS,
              "If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, Cache-Control, Range,"
                  + " If-Range"),
          of(HttpHeader.ACCESS_CONTROL_MAX_AGE, "86400"));

  private ResponseFields() {}

  static HttpField of(HttpHeader header, String value) {
    return new PreEncodedHttpField(header, value);
  }

  static HttpField cacheControl(String value) {
    return of(HttpHeader.CACHE_CONTROL, value);
  }

  static HttpField policy(String value) {
    return new PreEncodedHttpField("Content-Security-Policy", value);
  }

  static void addAll(HttpFields.Mutable to, List<HttpField> fields) {
    for (HttpField field : fields) {
      to.add(field);
    }
  }
}
