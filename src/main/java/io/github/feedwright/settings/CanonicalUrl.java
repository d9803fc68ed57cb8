package io.github.feedwright.settings;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one form of an address that people write in several (RFC 3986, section 6.2): lower-case
 * scheme and host, no default port, normal percent-encoding. Ids and links are made of it, so two
 * spellings of one address must not differ.
 */
public final class CanonicalUrl {
  private static final Pattern HTTP =
      Pattern.compile("(?i)(https?)://([^/?#@]+?)(?::(\\d{0,5}))?(/[^?#]*)?(\\?[^#]*)?(#.*)?");

  private CanonicalUrl() {}

  /** An absolute http or https address without user information; empty where it is none. */
  public static Optional<URI> absolute(String text) {
    Matcher parts = HTTP.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(uri(parts)).filter(CanonicalUrl::isSound);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** An address that others begin with: no query, no fragment, a path that ends in {@code /}. */
  static Optional<URI> base(String text) {
    return absolute(text)
        .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null)
        .map(uri -> uri.getRawPath().endsWith("/") ? uri : URI.create(uri + "/"));
  }

  /** A path that begins with {@code /}, with its query if it has one; empty where it is none. */
  public static Optional<String> path(String text) {
    return text.startsWith("/") && !text.startsWith("//") && text.indexOf('#') < 0
        ? Optional.of(PercentEncoding.normalised(text))
        : Optional.empty();
  }

  private static URI uri(Matcher parts) {
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String host = parts.group(2);
    String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    String path = parts.group(4) == null ? "/" : parts.group(4);
    return URI.create(
            scheme
                + "://"
                + ascii.toLowerCase(Locale.ROOT)
                + port(scheme, parts.group(3))
                + PercentEncoding.normalised(path)
                + tail("?", parts.group(5))
                + tail("#", parts.group(6)))
        .normalize();
  }

  private static String port(String scheme, String port) {
    boolean isDefault =
        port == null
            || port.isEmpty()
            || Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80);
    return isDefault ? "" : ":" + Integer.parseInt(port);
  }

  private static String tail(String sign, String written) {
    return written == null ? "" : sign + PercentEncoding.normalised(written.substring(1));
  }

  private static boolean isSound(URI uri) {
    return uri.getHost() != null
        && uri.getPort() <= 65_535
        && !uri.getRawPath().contains("/../")
        && !uri.getRawPath().endsWith("/..");
  }
}
