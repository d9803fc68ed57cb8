package io.github.feedwright.text;

import java.net.URI;
import java.util.Optional;

/**
 * The canonical form of an address (RFC 3986, section 6.2): lower-case scheme and host, no default
 * port, normal percent-encoding. Ids and links are made from it, so two spellings of one address
 * must give the same text.
 */
public final class CanonicalUrl {
  private CanonicalUrl() {}

  /** An absolute http or https address without user information; empty if it is not one. */
  public static Optional<URI> absolute(String text) {
    Url url = Url.parse(text);
    String authority = url.authority();
    boolean isPublic = url.isHttp() && authority != null && authority.indexOf('@') < 0;
    String canonical = isPublic ? url.canonical() : null;
    return Optional.ofNullable(canonical).map(URI::create);
  }

  /** A base address: no query, no fragment, a path that ends in {@code /}. */
  public static Optional<URI> base(String text) {
    return absolute(text)
        .filter(uri -> uri.getHost() != null)
        .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
        .map(uri -> uri.getRawPath().endsWith("/") ? uri : URI.create(uri + "/"));
  }

  /** A path that begins with {@code /}, with its query if it has one; empty if it is not one. */
  public static Optional<String> path(String text) {
    return text.startsWith("/") && !text.startsWith("//") && text.indexOf('#') < 0
        ? Optional.of(PercentEncoding.normalised(text))
        : Optional.empty();
  }
}
