package io.github.feedwright.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
    return normal == null ? null : decode(normal.getBytes(StandardCharsets.UTF_8));
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

  private static @Nullable String decode(byte[] path) {
    int length = percentDecode(path);
    try {
      CharSequence text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(path, 0, length));
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** In place; returns the new length. An invalid escape stays, and no resource has such a path. */
  private static int percentDecode(byte[] path) {
    int length = 0;
    for (int i = 0; i < path.length; i++) {
      int octet = path[i] == '%' && i + 2 < path.length ? octet(path[i + 1], path[i + 2]) : -1;
      path[length++] = octet < 0 ? path[i] : (byte) octet;
      i += octet < 0 ? 0 : 2;
    }
    return length;
  }

  private static int octet(byte high, byte low) {
    int upper = Character.digit(high, 16);
    int lower = Character.digit(low, 16);
    return upper < 0 || lower < 0 ? -1 : upper * 16 + lower;
  }
}
