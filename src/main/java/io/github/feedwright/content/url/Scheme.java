package io.github.feedwright.content.url;

import java.util.List;
import java.util.Locale;

/** Which schemes of addresses are published. */
public final class Scheme {
  private static final List<String> PUBLISHED = List.of("http", "https", "mailto", "tel");

  private Scheme() {}

  /** Whether an absolute URL is on the web. */
  public static boolean isWeb(String url) {
    return url.startsWith("http://") || url.startsWith("https://");
  }

  /** Whether an absolute URL may be linked to. */
  public static boolean isLinkable(String url) {
    return isWeb(url) || url.startsWith("mailto:") || url.startsWith("tel:");
  }

  /**
   * Whether the scheme of an address is a slip of its author: {@code htps:}, a host, or files of
   * the author's own machine. Others are meant for other software: {@code irc:}, {@code git:}.
   */
  public static boolean isMistake(String address) {
    int colon = address.indexOf(':');
    String scheme = colon < 0 ? "" : address.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String letters = scheme.replace("-", "");
    return scheme.indexOf('.') >= 0
        || List.of("", "localhost", "file").contains(scheme)
        || PUBLISHED.stream().anyMatch(each -> isAlmost(letters, each));
  }

  /** Whether two words are the same but for one letter that is missing, too much, or another. */
  private static boolean isAlmost(String one, String other) {
    int start = 0;
    while (start < Math.min(one.length(), other.length())
        && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String restOfOne = one.substring(start);
    String restOfOther = other.substring(start);
    return without(restOfOne).equals(restOfOther)
        || without(restOfOther).equals(restOfOne)
        || without(restOfOne).equals(without(restOfOther));
  }

  private static String without(String text) {
    return text.isEmpty() ? "" : text.substring(1);
  }
}
