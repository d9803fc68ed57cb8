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
public record Outgoing(
    URI uri, Map<String, String> fields, String contentType, @Nullable ByteBuffer body) {
  private static final Map<String, String> CLOSE = Map.of("Connection", "close");

  /** A GET request: a question after which there is nothing to say, as to a stranger. */
  public static Outgoing get(URI uri) {
    return new Outgoing(uri, CLOSE, "", null);
  }

  /** A POST request. */
  public static Outgoing post(
      URI uri, String contentType, ByteBuffer body, Map<String, String> fields) {
    return new Outgoing(uri, fields, contentType, body);
  }

  /** The same as the last request on its connection. */
  public Outgoing last() {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.putAll(CLOSE);
    return new Outgoing(uri, all, contentType, body);
  }
}
