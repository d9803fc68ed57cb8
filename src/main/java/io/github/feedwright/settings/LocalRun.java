package io.github.feedwright.settings;

import io.github.feedwright.text.CanonicalUrl;
import java.net.URI;
import java.util.Locale;

/** A site whose own address is this machine: it is being tried, and its port is the server's. */
final class LocalRun {
  private LocalRun() {}

  /** Whether an address is a loopback one (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3). */
  static boolean isLoopback(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  /**
   * A loopback address with another port, which is not written if it is the usual one; any other
   * address as it is. So is one of https: there, a proxy listens on a port of its own.
   *
   * @param address canonical, without query and fragment
   */
  static URI withPort(URI address, int port) {
    if (!isLoopback(address)
        || !"http".equalsIgnoreCase(address.getScheme())
        || port == address.getPort()) {
      return address;
    }
    String base = address.getScheme() + "://" + address.getHost();
    return CanonicalUrl.base(base + ":" + port + address.getRawPath()).orElse(address);
  }
}
