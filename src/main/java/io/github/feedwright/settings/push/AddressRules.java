package io.github.feedwright.settings.push;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * To which addresses a subscriber may have this server connect: public ones, and those that the
 * configuration allows. The flags of {@link InetAddress} do not know most of the others.
 *
 * @param allowed besides public ones
 */
public record AddressRules(List<Network> allowed) {
  /** The IANA registry of special-purpose addresses; and the metadata service of a cloud. */
  private static final List<Network> NOT_PUBLIC =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "168.63.129.16",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  /** Global unicast: of IPv6, only that is in use (RFC 4291, section 2.4). */
  private static final Network GLOBAL = Network.of("2000::/3");

  /** IPv4 behind a translator (RFC 6052, section 2.1). */
  private static final Network TRANSLATED = Network.of("64:ff9b::/96");

  public AddressRules {
    allowed = List.copyOf(allowed);
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::of).toList();
  }

  /** Whether the configuration names this address. */
  public boolean allows(InetAddress address) {
    return allowed.stream().anyMatch(each -> each.holds(address));
  }

  /** Whether this server may connect to an address. */
  public boolean permits(InetAddress address) {
    return allows(address) || isPublic(address);
  }

  private static boolean isPublic(InetAddress address) {
    if (TRANSLATED.holds(address)) {
      return isPublic(embedded(address));
    }
    boolean isInUse = !(address instanceof Inet6Address) || GLOBAL.holds(address);
    return isInUse && NOT_PUBLIC.stream().noneMatch(each -> each.holds(address));
  }

  private static InetAddress embedded(InetAddress translated) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(translated.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
