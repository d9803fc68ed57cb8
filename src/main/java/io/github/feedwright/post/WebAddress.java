package io.github.feedwright.post;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address, as written.
 *
 * @param text all of it
 * @param host in lower case, without a leading {@code www.}
 * @param path from its first slash after the host, with the query; at least {@code /}
 */
record WebAddress(String text, String host, String path) {
  /** The address, or null where the text is none. */
  static @Nullable WebAddress of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int start = lower.startsWith("https://") ? 8 : lower.startsWith("http://") ? 7 : -1;
    if (start < 0 || text.chars().anyMatch(c -> c <= ' ' || "<>\"\\".indexOf(c) >= 0)) {
      return null;
    }
    int end = end(text, start);
    String host = host(text.substring(start, end).toLowerCase(Locale.ROOT));
    return host.isEmpty() ? null : new WebAddress(text, host, path(text.substring(end)));
  }

  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static String path(String rest) {
    int fragment = rest.indexOf('#');
    String path = fragment < 0 ? rest : rest.substring(0, fragment);
    return path.startsWith("/") ? path : "/" + path;
  }
}
