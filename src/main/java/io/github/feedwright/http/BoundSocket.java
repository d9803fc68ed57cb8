package io.github.feedwright.http;

import io.github.feedwright.settings.HttpSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;

/**
 * A socket that listens. It is bound before anything is made: a port in use is reported
 * immediately, connections wait instead of being refused, and the port of the feeds' addresses is
 * known.
 */
public final class BoundSocket {
  private static final int ACCEPT_QUEUE = 1024;

  private final String host;
  private final ServerSocketChannel channel;
  private final int port;

  private BoundSocket(String host, ServerSocketChannel channel) {
    this.host = host;
    this.channel = channel;
    this.port = channel.socket().getLocalPort();
  }

  /**
   * Listens on the configured host and port; port 0 takes a free one.
   *
   * @throws BindFailure if that is not possible
   */
  public static BoundSocket bind(HttpSettings settings) throws BindFailure {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        // Otherwise a restart would have to wait for connections that the former server closed.
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.bind(new InetSocketAddress(settings.host(), settings.port()), ACCEPT_QUEUE);
      } catch (IOException | UnresolvedAddressException e) {
        channel.close();
        throw e;
      }
      return new BoundSocket(settings.host(), channel);
    } catch (IOException | UnresolvedAddressException e) {
      throw BindFailure.of(settings.host(), settings.port(), e);
    }
  }

  /** The port that it listens on, 1 to 65535. */
  public int port() {
    return port;
  }

  String host() {
    return host;
  }

  ServerSocketChannel channel() {
    return channel;
  }
}
