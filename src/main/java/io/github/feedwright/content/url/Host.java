package io.github.feedwright.content.url;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The authority of a web address: user, host and port. */
final class Host {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:([^@]*)@)?(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]@]+)(?::([0-9]{0,5}))?");

  private static final Pattern NAME = Pattern.compile("[a-z0-9_~.-]+|\\[[0-9a-f:.]+\\]");

  /** RFC 1035 section 2.3.4; it also bounds the cost of punycode for a hostile name. */
  private static final int LONGEST = 255;

  private Host() {}

  /** In lower case and punycode, without a default port; null if no such host can exist. */
  static @Nullable String canonical(String authority, @Nullable String scheme) {
    Matcher parts = AUTHORITY.matcher(authority);
    String name = parts.matches() ? name(parts.group(2)) : null;
    if (name == null) {
      return null;
    }
    String user = parts.group(1);
    String port = parts.group(3);
    boolean usual =
        port == null
            || port.isEmpty()
            || (scheme != null && port.equals(scheme.equals("http") ? "80" : "443"));
    return (user == null ? "" : Percent.encode(user, "-._~!$&'()*+,;=:") + "@")
        + name
        + (usual ? "" : ":" + port);
  }

  private static @Nullable String name(String written) {
    if (written.length() > LONGEST) {
      return null;
    }
    try {
      String decoded = Percent.decode(written);
      String ascii = IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return NAME.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
