package io.github.feedwright.settings.push;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Push (WebSub): how subscribers are notified of changes.
 *
 * @param own whether this server is the hub of its own feeds
 * @param external the addresses of other hubs, which are notified of each change
 * @param state the directory of the file that remembers subscriptions
 * @param database the {@code jdbc:postgresql:} address of a database in place of that file, for
 *     several servers, or null
 * @param allow networks to which push connects though they are not public
 * @param delay how long after the last change they are notified
 * @param interval a feed is pushed at most once in this time
 * @param signature how deliveries to subscribers that gave a secret are signed
 * @param limits what subscribers can take
 */
public record PushSettings(
    boolean own,
    List<URI> external,
    Path state,
    @Nullable String database,
    List<Network> allow,
    Duration delay,
    Duration interval,
    Signature signature,
    PushLimits limits) {
  /** Names that mean something else, or nothing, on another machine (RFC 6761, 6762, 8375). */
  private static final List<String> LOCAL_NAMES =
      List.of(".local", ".localhost", ".internal", ".home.arpa", ".lan");

  private static final List<String> LOOPBACK = List.of("127.0.0.1", "::1");

  public PushSettings {
    external = List.copyOf(external);
    allow = List.copyOf(allow);
  }

  /** The algorithm of {@code X-Hub-Signature} (WebSub, section 7.1). */
  public enum Signature {
    /** For subscribers that know no other. */
    SHA1,
    /** The default. */
    SHA256
  }

  /** To which addresses push may connect. */
  public AddressRules addresses() {
    return new AddressRules(allow);
  }

  /** The addresses of the hubs of feeds below an address, this server's own first. */
  public List<String> hubs(URI feeds) {
    Stream<String> mine = own ? Stream.of(feeds + "hub") : Stream.empty();
    return Stream.concat(mine, external.stream().map(URI::toString)).toList();
  }

  /** The same for files on a host of files, which is no hub. */
  public PushSettings withoutOwnHub() {
    return new PushSettings(
        false, external, state, database, allow, delay, interval, signature, limits);
  }

  /**
   * Whether subscribers can reach an address, as far as it shows: a name is not looked up. One that
   * is local counts where it is this machine and that is allowed, or another and something is.
   */
  public boolean isReachable(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]|\\.$", "");
    Optional<InetAddress> address = Network.literal(host);
    if (address.isPresent()) {
      return addresses().permits(address.get());
    }
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return LOOPBACK.stream()
          .flatMap(each -> Network.literal(each).stream())
          .anyMatch(this::allows);
    }
    boolean isLocal = host.indexOf('.') < 0 || LOCAL_NAMES.stream().anyMatch(host::endsWith);
    return !isLocal || !allow.isEmpty();
  }

  private boolean allows(InetAddress address) {
    return addresses().allows(address);
  }
}
