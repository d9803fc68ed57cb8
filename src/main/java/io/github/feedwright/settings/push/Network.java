package io.github.feedwright.settings.push;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits (RFC 4632, section 3.1; RFC 4291, section 2.3).
 *
 * @param address the first of them
 * @param prefix how many bits they share: 0 to 32, or to 128 in IPv6
 */
public record Network(InetAddress address, int prefix) {
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Only literals: a name would have to be looked up, and be another one tomorrow. */
  private static final Pattern LITERAL =
      Pattern.compile("(" + OCTET + "(?:\\." + OCTET + "){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)");

  private static final Pattern WRITTEN = Pattern.compile(LITERAL + "(?:/(\\d{1,3}))?");

  /** An address such as {@code 127.0.0.1}, or a network such as {@code fd00::/8}. */
  public static Optional<Network> parse(String text) {
    Matcher parts = WRITTEN.matcher(text);
    Optional<InetAddress> address = parts.matches() ? literal(parts.group(1)) : Optional.empty();
    return address.flatMap(
        each -> {
          int bits = each.getAddress().length * 8;
          int prefix = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
          return prefix > bits ? Optional.empty() : Optional.of(new Network(each, prefix));
        });
  }

  /** An address in digits; empty for a name, which is never looked up. */
  static Optional<InetAddress> literal(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }

  public static Network of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** Whether an address is among them. */
  public boolean holds(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] others = other.getAddress();
    boolean isAlike = mine.length == others.length;
    for (int bit = 0; isAlike && bit < prefix; bit++) {
      isAlike = ((mine[bit / 8] ^ others[bit / 8]) & (0x80 >> bit % 8)) == 0;
    }
    return isAlike;
  }

  @Override
  public String toString() {
    int bits = address instanceof Inet4Address ? 32 : 128;
    return prefix == bits ? address.getHostAddress() : address.getHostAddress() + "/" + prefix;
  }
}
