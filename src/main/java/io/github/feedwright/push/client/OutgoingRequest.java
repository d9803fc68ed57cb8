package io.github.feedwright.push.client;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request to somebody else's server.
 *
 * @param uri sent as it is
 * @param fields header fields
 * @param contentType of the body
 * @param body what is posted, or null: then it is a GET
 */
public record OutgoingRequest(
    URI uri, Map<String, String> fields, String contentType, @Nullable ByteBuffer body) {
  private static final Map<String, String> CLOSE = Map.of("Connection", "close");

  /** A GET request, the last one on its connection. */
  public static OutgoingRequest get(URI uri) {
    return new OutgoingRequest(uri, CLOSE, "", null);
  }

  /** A POST request. */
  public static OutgoingRequest post(
      URI uri, String contentType, ByteBuffer body, Map<String, String> fields) {
    return new OutgoingRequest(uri, fields, contentType, body);
  }

  /** The same as the last request on its connection. */
  public OutgoingRequest last() {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putAll(CLOSE);
    return new OutgoingRequest(uri, all, contentType, body);
  }
}
