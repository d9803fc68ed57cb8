package io.github.feedwright.http;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Configures how Jetty listens: limits, deadlines, threads. */
final class JettyConfiguration {
  /** No request blocks a thread, so a few are enough. */
  private static final int THREADS = 32;

  private static final int CONNECTIONS = 8192;
  private static final int HEAD_BYTES = 8 * 1024;

  /** How long a connection may idle while others wait for one. */
  private static final long CROWDED_IDLE_MILLIS = 1000;

  /** Host is never used, so one that differs from the target does no harm. */
  private static final HttpCompliance LENIENT_ABOUT_HOST =
      HttpCompliance.RFC9110.with("any host", HttpCompliance.Violation.MISMATCHED_AUTHORITY);

  /** A percent sign in a file name. A path is decoded once and looked up, so it can do no harm. */
  private static final UriCompliance WITH_PERCENT_SIGNS =
      UriCompliance.DEFAULT.with("percent signs", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

  private final BoundSocket socket;
  private final Timeouts timeouts;
  private final ResponseObservers responses;

  JettyConfiguration(BoundSocket socket, Timeouts timeouts, ResponseObservers responses) {
    this.socket = socket;
    this.timeouts = timeouts;
    this.responses = responses;
  }

  void configure(JettyConfig jetty, Handler.Wrapper front) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 8);
    threads.setName("http");
    jetty.threadPool = threads;
    jetty.modifyServer(server -> configure(server, front));
    jetty.modifyHttpConfiguration(JettyConfiguration::configure);
    jetty.addConnector(this::open);
  }

  /**
   * Javalin's own handler is placed behind the first one; its statistics would cost every request.
   */
  private void configure(Server server, Handler.Wrapper front) {
    server.removeBean(server.getBean(LowResourceMonitor.class));
    server.setHandler(front);
    server.setErrorHandler(new PlainErrors());
    server.setRequestLog(responses.log());
    server.setStopTimeout(timeouts.stop().toMillis());
  }

  private static void configure(HttpConfiguration http) {
    http.setUriCompliance(WITH_PERCENT_SIGNS);
    http.setHttpCompliance(LENIENT_ABOUT_HOST);
    http.setRequestHeaderSize(HEAD_BYTES);
    // What it remembers of fields takes 100 KB a connection, and more time than it saves.
    http.setHeaderCacheSize(0);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private ServerConnector open(Server server, HttpConfiguration http) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setIdleTimeout(timeouts.idle().toMillis());
    // Otherwise a client that pauses for a second is cut off long before the stop must end.
    connector.setShutdownIdleTimeout(timeouts.stop().toMillis());
    connector.addBean(new Deadlines(connector.getScheduler(), timeouts));
    NetworkConnectionLimit limit = new NetworkConnectionLimit(CONNECTIONS, connector);
    limit.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
    server.addBean(limit);
    try {
      connector.open(socket.channel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connector;
  }
}
