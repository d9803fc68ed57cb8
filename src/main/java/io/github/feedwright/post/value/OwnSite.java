package io.github.feedwright.post.value;

import io.github.feedwright.settings.Settings;
import io.github.feedwright.text.PercentEncoding;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes this site's addresses from others.
 *
 * @param scheme the scheme of {@code site.url}
 * @param hosts the hosts of this site
 * @param base the path of {@code site.url}, below which posts have their addresses; ends in a slash
 */
public record OwnSite(String scheme, Set<String> hosts, String base) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

  /** The site of this configuration. */
  public static OwnSite of(Settings settings) {
    URI url = settings.site().url();
    Set<String> hosts =
        Stream.of(url, settings.feeds().url())
            .map(address -> WebAddress.of(address).host())
            .collect(Collectors.toUnmodifiableSet());
    return new OwnSite(url.getScheme(), hosts, url.getPath());
  }

  /** The web address, with this site's scheme if it has none; null if the text is not one. */
  public @Nullable WebAddress address(String text) {
    return WebAddress.of(text.startsWith("//") ? scheme + ":" + text : text);
  }

  /** Whether an address is on this site. */
  public boolean owns(WebAddress address) {
    return hosts.contains(address.host());
  }

  /** The path below {@code site.url}, beginning with a slash; null if the text is not one. */
  public @Nullable String path(String text) {
    WebAddress address = address(text);
    if (address != null) {
      return owns(address) ? safe(withoutBase(address.path())) : null;
    }
    if (text.startsWith("//") || SCHEME.matcher(text).lookingAt()) {
      return null;
    }
    return safe(text.startsWith("/") ? text : "/" + text);
  }

  private String withoutBase(String path) {
    return path.startsWith(base) ? path.substring(base.length() - 1) : path;
  }

  private static @Nullable String safe(String path) {
    return isSafe(path) ? path : null;
  }

  /** Whether no segment points upwards and there is no control character or backslash. */
  public static boolean isSafe(String path) {
    String decoded = PercentEncoding.decode(path);
    for (String segment : decoded.split("[/?#]", -1)) {
      if (segment.equals("..") || segment.equals(".")) {
        return false;
      }
    }
    return decoded.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '\\');
  }
}
