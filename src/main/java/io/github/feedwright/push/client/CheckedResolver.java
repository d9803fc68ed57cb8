package io.github.feedwright.push.client;

import io.github.feedwright.settings.push.AddressRules;
import io.github.feedwright.thread.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks up the host of each connection, and refuses it before there is one if any of its addresses
 * is not public. The connection is made to the addresses that were checked, so a name that has
 * changed since it was checked at another time changes nothing.
 */
public final class CheckedResolver implements SocketAddressResolver, AutoCloseable {
  private static final int LOOKUPS = 4;
  private static final int FIRST_FREE_PORT = 1024;

  private final AddressRules rules;
  private final Lookup lookup;
  private final ExecutorService threads = Threads.pool("push-lookup", LOOKUPS);

  /** What the system knows of hosts and addresses. */
  @FunctionalInterface
  public interface Lookup {
    /** The operating system's lookup. */
    Lookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * All addresses of a host.
     *
     * @throws UnknownHostException if it has none
     */
    List<InetAddress> of(String host) throws UnknownHostException;

    /** Whether an address is one of this machine's. */
    default boolean isOurs(InetAddress address) throws SocketException {
      return NetworkInterface.getByInetAddress(address) != null;
    }
  }

  /** No connection may be made there. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }
  }

  /** A resolver that permits what the rules permit. */
  public CheckedResolver(AddressRules rules, Lookup lookup) {
    this.rules = rules;
    this.lookup = lookup;
  }

  /** Ports of web servers, and those that no service of a system has. */
  public static boolean isPort(int port) {
    return port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= 65_535);
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    try {
      // A lookup may take long, and is no work of the thread that asks for it.
      threads.execute(() -> resolve(host, port, promise));
    } catch (RejectedExecutionException closed) {
      promise.failed(closed);
    }
  }

  private void resolve(String host, int port, Promise<List<InetSocketAddress>> promise) {
    List<InetSocketAddress> addresses;
    try {
      addresses = checked(host, port);
    } catch (IOException | RuntimeException e) {
      promise.failed(e);
      return;
    }
    promise.succeeded(addresses);
  }

  private List<InetSocketAddress> checked(String host, int port) throws IOException {
    if (!isPort(port)) {
      throw new Refused("port " + port + " is not allowed; use 80, 443 or one above 1023");
    }
    List<InetAddress> found = lookup.of(host);
    for (InetAddress each : found) {
      if (!rules.permits(each)) {
        throw new Refused("its address is not public; push.allow can allow it");
      }
      if (!rules.allows(each) && lookup.isOurs(each)) {
        throw new Refused("its address is this machine's; push.allow can allow it");
      }
    }
    return found.stream().map(each -> new InetSocketAddress(each, port)).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
