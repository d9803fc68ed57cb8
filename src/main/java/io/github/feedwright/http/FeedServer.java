package io.github.feedwright.http;

import io.github.feedwright.web.Publication;
import io.github.feedwright.web.push.WebSubHub;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server: {@link RepresentationHandler} serves the snapshot, Javalin behind it serves what is
 * computed.
 */
public final class FeedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedServer.class);

  private final Javalin javalin;
  private final BoundSocket socket;

  private FeedServer(Javalin javalin, BoundSocket socket) {
    this.javalin = javalin;
    this.socket = socket;
  }

  /**
   * Serves; until the publication has a snapshot, every path answers 503.
   *
   * @param socket where it listens
   * @param hub takes requests of WebSub subscribers
   * @param responses what sees each response
   */
  public static FeedServer start(
      BoundSocket socket,
      Publication publication,
      Clock clock,
      WebSubHub hub,
      ResponseObservers responses) {
    return start(socket, publication, clock, hub, Timeouts.DEFAULT, responses);
  }

  static FeedServer start(
      BoundSocket socket,
      Publication publication,
      Clock clock,
      WebSubHub hub,
      Timeouts timeouts,
      ResponseObservers responses) {
    JettyConfiguration jetty = new JettyConfiguration(socket, timeouts, responses);
    RepresentationHandler front =
        new RepresentationHandler(
            publication,
            new CachePolicy(publication::http),
            new HubHandler(hub),
            clock,
            timeouts.waitLimit());
    HealthRoute health = new HealthRoute(publication, hub);
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              jetty.configure(config.jetty, front);
              health.register(config);
            });
    return new FeedServer(javalin.start(), socket);
  }

  /** The port that the server listens on. */
  public int port() {
    return socket.port();
  }

  /** Its address on this machine, such as {@code http://127.0.0.1:8080/}. */
  public String address() {
    String host = socket.host();
    String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return "http://" + bracketed + ":" + port() + "/";
  }

  /** Accepts no further connections, answers requests in flight, and ends within five seconds. */
  @Override
  public void close() {
    try {
      // Not Javalin's own stop, which logs a stack trace if a client was too slow.
      javalin.jettyServer().server().stop();
    } catch (Exception e) {
      LOG.warn(
          "Some clients had not received their responses when the server stopped ({})",
          e.toString());
    }
  }
}
