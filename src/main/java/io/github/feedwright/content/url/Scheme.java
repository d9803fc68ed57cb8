package io.github.feedwright.content.url;

/** Which schemes of addresses are published. */
public final class Scheme {
  private Scheme() {}

  /** Whether an absolute URL is on the web. */
  public static boolean isWeb(String url) {
    return url.startsWith("http://") || url.startsWith("https://");
  }

  /** Whether an absolute URL may be linked to. */
  public static boolean isLinkable(String url) {
    return isWeb(url) || url.startsWith("mailto:") || url.startsWith("tel:");
  }
}
