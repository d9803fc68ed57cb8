package io.github.feedwright.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.feedwright.settings.MonitoringSettings.Address;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.ResponseListener;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;

/**
 * Serves {@code /metrics} in Prometheus' text format, on a port of its own: what the proxy forwards
 * to strangers never has it.
 *
 * <p>Threads: {@code metrics} answers.
 */
public final class MetricsServer implements AutoCloseable {
  private static final String PATH = "/metrics";
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final int BACKLOG = 16;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final SiteMetrics metrics;
  private final HttpServer server;
  private final ExecutorService threads = Threads.whileBusy("metrics", 1);

  private MetricsServer(HttpServer server, Publication publication) {
    this.server = server;
    this.metrics = new SiteMetrics(registry, publication);
  }

  /**
   * Binds and serves.
   *
   * @throws IOException if it cannot listen there; the message is for people
   */
  public static MetricsServer start(Address address, Publication publication) throws IOException {
    MetricsServer started = new MetricsServer(bound(address), publication);
    started.server.setExecutor(started.threads);
    started.server.createContext("/", started::answer);
    started.server.start();
    return started;
  }

  private static HttpServer bound(Address address) throws IOException {
    try {
      InetAddress host = InetAddress.getByName(address.host());
      return HttpServer.create(new InetSocketAddress(host, address.port()), BACKLOG);
    } catch (IOException e) {
      throw new IOException(
          "metrics cannot be served on \"%s\", port %d: %s; choose another address with"
                  .formatted(address.host(), address.port(), e.getMessage())
              + " metrics.host and metrics.port",
          e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", TYPE);
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(200, isHead ? -1 : body.length);
      if (!isHead) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(body);
        }
      }
    }
  }

  /** Counts each response. */
  public ResponseListener responses() {
    return metrics;
  }

  /** The port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    registry.close();
  }
}
