package io.github.feedwright.text;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The authority of a web address (RFC 3986, section 3.2): user, host and port. */
final class Host {
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:([^@]*)@)?(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]@]+)(?::([0-9]*))?");

  /** A host name; underscores are allowed because authors use them. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]++(\\.[a-z0-9_-]++)*+\\.?");

  /** RFC 1035 section 2.3.4; it also bounds the cost of punycode for a hostile name. */
  private static final int LONGEST = 255;

  private static final int HIGHEST_PORT = 65_535;

  private Host() {}

  /** In lower case and punycode, without a default port; null where no such host can exist. */
  static @Nullable String canonical(String authority, @Nullable String scheme) {
    Matcher parts = AUTHORITY.matcher(authority);
    String name = parts.matches() ? name(parts.group(2)) : null;
    String port = name == null ? null : port(parts.group(3), scheme);
    if (port == null) {
      return null;
    }
    String user = parts.group(1);
    return (user == null ? "" : PercentEncoding.normalised(user) + "@") + name + port;
  }

  private static @Nullable String name(String written) {
    if (written.length() > LONGEST) {
      return null;
    }
    try {
      if (written.startsWith("[")) {
        return URI.create("//" + written).getHost().toLowerCase(Locale.ROOT);
      }
      String decoded = PercentEncoding.decode(written);
      String ascii = IDN.toASCII(decoded, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return NAME.matcher(ascii).matches() ? ascii : null;
    } catch (IllegalArgumentException noSuchHost) {
      return null;
    }
  }

  /** With its colon, or empty where it is the scheme's own; null where it cannot exist. */
  private static @Nullable String port(@Nullable String written, @Nullable String scheme) {
    String digits = written == null ? "" : written.replaceFirst("^0+(?=.)", "");
    if (digits.isEmpty()) {
      return "";
    }
    if (digits.length() > 5 || Integer.parseInt(digits) > HIGHEST_PORT) {
      return null;
    }
    return digits.equals(defaultPort(scheme)) ? "" : ":" + digits;
  }

  private static String defaultPort(@Nullable String scheme) {
    return "https".equals(scheme) ? "443" : "http".equals(scheme) ? "80" : "";
  }
}
