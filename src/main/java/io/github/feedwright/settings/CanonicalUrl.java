package io.github.feedwright.settings;

import io.github.feedwright.text.PercentEncoding;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The canonical form of an address (RFC 3986, section 6.2): lower-case scheme and host, no default
 * port, normal percent-encoding. Ids and links are made from it, so two spellings of one address
 * must give the same text.
 */
public final class CanonicalUrl {
  private static final Pattern HTTP =
      Pattern.compile("(?i)(https?)://([^/?#@]+?)(?::(\\d{0,5}))?(/[^?#]*)?(\\?[^#]*)?(#.*)?");

  /** A host name, underscores allowed (authors use them), or an IPv6 address. */
  private static final Pattern HOST =
      Pattern.compile("[a-z0-9_-]++(\\.[a-z0-9_-]++)*+\\.?|\\[[0-9a-f:.]+]");

  /** RFC 1035, section 2.3.4; it also bounds the cost of punycode for a hostile name. */
  private static final int LONGEST_HOST = 255;

  private CanonicalUrl() {}

  /** An absolute http or https address without user information; empty if it is not one. */
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

  /** A base address: no query, no fragment, a path that ends in {@code /}. */
  static Optional<URI> base(String text) {
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

  private static URI uri(Matcher parts) {
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String path = parts.group(4) == null ? "/" : parts.group(4);
    URI uri =
        URI.create(
            scheme
                + "://"
                + host(parts.group(2))
                + port(scheme, parts.group(3))
                + PercentEncoding.normalised(path)
                + tail("?", parts.group(5))
                + tail("#", parts.group(6)));
    // normalize() also merges two slashes, which addresses inside addresses have.
    return uri.getRawPath().contains("/.") ? uri.normalize() : uri;
  }

  private static String host(String written) {
    if (written.length() > LONGEST_HOST) {
      throw new IllegalArgumentException("no host has such a name");
    }
    String ascii = written.startsWith("[") ? written : IDN.toASCII(written, IDN.ALLOW_UNASSIGNED);
    String host = ascii.toLowerCase(Locale.ROOT);
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("no host has such a name");
    }
    return host;
  }

  private static String port(String scheme, String port) {
    int number = port == null || port.isEmpty() ? -1 : Integer.parseInt(port);
    if (number > 65_535) {
      throw new IllegalArgumentException("no port has such a number");
    }
    boolean isDefault = number < 0 || number == (scheme.equals("https") ? 443 : 80);
    return isDefault ? "" : ":" + number;
  }

  private static String tail(String sign, String written) {
    return written == null ? "" : sign + PercentEncoding.normalised(written.substring(1));
  }

  private static boolean isSound(URI uri) {
    return !uri.getRawPath().contains("/../") && !uri.getRawPath().endsWith("/..");
  }
}
