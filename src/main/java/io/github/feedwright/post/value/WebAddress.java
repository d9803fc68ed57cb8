package io.github.feedwright.post.value;

import io.github.feedwright.text.CanonicalUrl;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address.
 *
 * @param text the whole address, in canonical form
 * @param host without a leading {@code www.}
 * @param path from its first slash after the host, with the query
 */
public record WebAddress(String text, String host, String path) {
  /** The address, or null if the text is not one. */
  public static @Nullable WebAddress of(String text) {
    return CanonicalUrl.absolute(text).map(WebAddress::of).orElse(null);
  }

  public static WebAddress of(URI uri) {
    String host = uri.getRawAuthority().replaceFirst(":\\d+$", "");
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new WebAddress(
        uri.toString(),
        host.startsWith("www.") ? host.substring(4) : host,
        uri.getRawPath() + query);
  }
}
