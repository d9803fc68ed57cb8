package io.github.feedwright.http;

import io.github.feedwright.web.push.WebSubHub.HubAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.ByteRange;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A short response in plain text that does not repeat anything from the request. */
final class PlainResponse {
  static final PlainResponse OPTIONS = empty(204, ResponseFields.ALLOW, ResponseFields.PREFLIGHT);
  static final PlainResponse BAD_REQUEST = uncached(400, "Bad request.");
  static final PlainResponse NOT_FOUND =
      brieflyCached(404, "Not found.", ResponseFields.VARY_BY_TYPE);
  static final PlainResponse NOT_ALLOWED =
      uncached(405, "Allowed methods: GET, HEAD, OPTIONS.", ResponseFields.ALLOW);
  static final PlainResponse NOT_ACCEPTABLE =
      uncached(406, "Available encodings: identity, gzip, br.", ResponseFields.VARY);
  static final PlainResponse GONE = brieflyCached(410, "Gone. This address is no longer in use.");
  static final PlainResponse PRECONDITION_FAILED =
      uncached(412, "Precondition failed. This is not the version that was asked for.");
  static final PlainResponse FAILED =
      uncached(500, "Something went wrong. The server's log has the details.");
  static final PlainResponse STARTING =
      uncached(
          503, "The server is starting. Try again in ten seconds.", ResponseFields.RETRY_AFTER);

  static final PlainResponse HUB_NOT_ALLOWED =
      uncached(
          405,
          "This is a WebSub hub. Allowed method: POST.",
          ResponseFields.of(HttpHeader.ALLOW, "POST"));

  /** The rest of the request is not read, so the connection cannot be used again. */
  static final PlainResponse HUB_TOO_LARGE =
      uncached(
          413,
          "The request is too large: at most 8 KiB.",
          ResponseFields.of(HttpHeader.CONNECTION, "close"));

  static final PlainResponse HUB_TYPE =
      uncached(415, "Send a form: application/x-www-form-urlencoded.");

  private final int status;
  private final List<HttpField> fields;
  private final ByteBuffer body;

  private PlainResponse(int status, String text, List<HttpField> fields) {
    this.status = status;
    this.fields = List.copyOf(fields);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    this.body = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }

  /** Moved permanently (RFC 9110, section 15.4.2). */
  static PlainResponse moved(String location, CachePolicy cache) {
    return text(
        301,
        "Moved permanently.",
        ResponseFields.of(HttpHeader.LOCATION, location),
        ResponseFields.cacheControl(cache.feed()));
  }

  /** No byte is in the range that is asked for (RFC 9110, section 15.5.17). */
  static PlainResponse notSatisfiable(long size) {
    return uncached(
        416,
        "Range not satisfiable.",
        ResponseFields.EXPOSE_RANGES,
        ResponseFields.of(HttpHeader.CONTENT_RANGE, ByteRange.toNonSatisfiableHeaderValue(size)));
  }

  /** What the hub says to a subscriber. */
  static PlainResponse hub(HubAnswer answer) {
    long seconds = answer.retryAfter().toSeconds();
    return seconds == 0
        ? uncached(answer.status(), answer.text())
        : uncached(
            answer.status(),
            answer.text(),
            ResponseFields.of(HttpHeader.RETRY_AFTER, Long.toString(seconds)));
  }

  /** An error that Jetty found, such as a head that is too large. */
  static PlainResponse error(int status, String phrase) {
    return uncached(status, phrase + ".");
  }

  void send(Response response, Callback callback) {
    response.setStatus(status);
    ResponseFields.addAll(response.getHeaders(), fields);
    response.write(true, body.duplicate(), callback);
  }

  private static PlainResponse uncached(int status, String text, HttpField... more) {
    List<HttpField> fields = new ArrayList<>(List.of(more));
    fields.add(ResponseFields.cacheControl(CachePolicy.NEVER));
    return text(status, text, fields.toArray(HttpField[]::new));
  }

  private static PlainResponse brieflyCached(int status, String text, HttpField... more) {
    List<HttpField> fields = new ArrayList<>(List.of(more));
    fields.add(ResponseFields.cacheControl(CachePolicy.SHORT));
    return text(status, text, fields.toArray(HttpField[]::new));
  }

  private static PlainResponse text(int status, String text, HttpField... more) {
    List<HttpField> fields = new ArrayList<>(ResponseFields.EVERYWHERE);
    fields.add(ResponseFields.of(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8"));
    fields.addAll(List.of(more));
    return new PlainResponse(status, text + "\n", fields);
  }

  private static PlainResponse empty(int status, HttpField field, List<HttpField> more) {
    List<HttpField> fields = new ArrayList<>(ResponseFields.EVERYWHERE);
    fields.add(field);
    fields.addAll(more);
    return new PlainResponse(status, "", fields);
  }
}
