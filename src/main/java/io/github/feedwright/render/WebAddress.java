package io.github.feedwright.render;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Addresses that people typed. */
final class WebAddress {
  private WebAddress() {}

  /** The absolute http or https URI, or null where the text is none. */
  static @Nullable URI of(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
