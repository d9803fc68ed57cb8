package io.github.feedwright.push.client;

import java.net.URI;
import java.nio.ByteBuffer;
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
  /** A GET request. */
  public static Outgoing get(URI uri) {
    return new Outgoing(uri, Map.of(), "", null);
  }

  /** A POST request. */
  public static Outgoing post(
      URI uri, String contentType, ByteBuffer body, Map<String, String> fields) {
    return new Outgoing(uri, fields, contentType, body);
  }
}
