package io.github.feedwright.push.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a subscriber wants to be notified.
 *
 * @param uri as it was written
 */
public record Callback(URI uri) {
  private static final int LONGEST = 2000;

  /** An address that can be one; empty for any other. */
  public static Optional<Callback> parse(String written) {
    if (written.length() > LONGEST || written.chars().anyMatch(each -> each <= ' ' || each > '~')) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(written)).filter(Callback::isSound).map(Callback::new);
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean isSound(URI uri) {
    String scheme = uri.getScheme();
    return scheme != null
        && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
        && uri.getHost() != null
        // The zone of an IPv6 address means something on one machine only (RFC 4007, section 11.2).
        && uri.getHost().indexOf('%') < 0
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null
        && (uri.getPort() < 0 || CheckedResolver.isPort(uri.getPort()));
  }

  /** Its host, in lower case: what limits for each host count by. */
  public String host() {
    return uri.getHost().toLowerCase(Locale.ROOT);
  }

  /** For the log: what follows the host may be as secret as a password. */
  public String shown() {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + "/…";
  }

  /** The address with parameters after those that it has (WebSub, section 5.3). */
  public URI with(Map<String, String> parameters) {
    String added =
        parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    String sign = uri.getRawQuery() == null ? "?" : uri.getRawQuery().isEmpty() ? "" : "&";
    return URI.create(uri + sign + added);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
