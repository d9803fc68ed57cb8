package io.github.feedwright.http;

import io.github.feedwright.text.Nfc;
import io.github.feedwright.text.PercentEncoding;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request in the form of a snapshot's paths: decoded, without dot segments, in NFC.
 */
final class RequestPath {
  private RequestPath() {}

  /**
   * Decodes a path.
   *
   * @param raw as it is in the request, checked by the URI rules of the server
   * @return the path, or null if it is invalid: not absolute, above the root, or not UTF-8
   */
  static @Nullable String of(@Nullable String raw) {
    if (raw == null || !raw.startsWith("/")) {
      return null;
    }
    if (isPlain(raw)) {
      return raw;
    }
    String normal = URIUtil.normalizePath(raw);
    // An invalid escape stays, and no resource has such a path.
    String path = normal == null ? null : PercentEncoding.decodeOrNull(normal);
    return path == null ? null : Nfc.of(path);
  }

  /** As in nearly every request: nothing to decode, no dot segment, ASCII only. */
  private static boolean isPlain(String raw) {
    for (int i = 1; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%' || c >= 0x80 || (c == '.' && raw.charAt(i - 1) == '/')) {
        return false;
      }
    }
    return true;
  }
}
