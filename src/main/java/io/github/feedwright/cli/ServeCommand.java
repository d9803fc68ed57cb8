package io.github.feedwright.cli;

import io.github.feedwright.cli.option.CacheOptions;
import io.github.feedwright.cli.option.CannotRun;
import io.github.feedwright.cli.option.Configuration;
import io.github.feedwright.cli.option.ConfigurationSource;
import io.github.feedwright.cli.report.Counts;
import io.github.feedwright.cli.report.GeneratorLine;
import io.github.feedwright.cli.report.UnpublishedReport;
import io.github.feedwright.http.BindFailure;
import io.github.feedwright.http.BoundSocket;
import io.github.feedwright.http.FeedServer;
import io.github.feedwright.http.ResponseObservers;
import io.github.feedwright.metrics.MetricsServer;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.publish.once.GeneratorProblems;
import io.github.feedwright.push.state.StateFailure;
import io.github.feedwright.settings.MonitoringSettings;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.thread.Sighup;
import io.github.feedwright.thread.Threads;
import io.github.feedwright.web.Health;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Serves until it is stopped.
 *
 * <p>Threads: {@code main} starts and waits, {@code publish} applies the options to a changed
 * configuration, {@code shutdown} stops.
 */
@Command(
    name = "serve",
    description = "Serves the feeds and keeps them up to date with the directory.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final int MAX_PORT = 65_535;

  @Mixin private Configuration configuration = new Configuration();
  @Mixin private CacheOptions cache = new CacheOptions();

  @Option(names = "--host", paramLabel = "ADDR", description = "The address to listen on.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on; 0 picks a free one.")
  private @Nullable Integer port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotRun, InterruptedException {
    Settings read = overridden(configuration.read());
    BoundSocket socket = bind(read);
    Settings settings = read.servedAt(socket.port());
    CacheStore store = cache.store();
    Publisher publisher = publisher(settings, socket.port(), store);
    MetricsServer metrics = metrics(settings, publisher);
    PushSwitch push = new PushSwitch(Clock.systemUTC());
    publisher.setListener(push);
    FeedServer server =
        FeedServer.start(socket, publisher, Clock.systemUTC(), push, responses(settings, metrics));
    open(push, settings);
    hint(settings, server);
    ServiceManager service = new ServiceManager(System.getenv());
    CountDownLatch ended =
        atShutdown(
            service::close,
            server::close,
            push::close,
            metrics == null ? () -> {} : metrics::close,
            publisher::close,
            store::close);
    Sighup.handle(publisher::checkConfiguration);
    publisher.start();
    announce(server, FirstEdition.of(publisher), publisher);
    service.ready(publisher::isAlive);
    ended.await();
    return 0;
  }

  private Publisher publisher(Settings settings, int served, CacheStore store) throws CannotRun {
    ConfigurationSource source =
        new ConfigurationSource(configuration, now -> overridden(now).servedAt(served));
    PublishedMemory memory = cache.published(configuration, settings);
    return Publisher.prepare(settings, source, Clock.systemUTC(), memory, store);
  }

  /** What is done, in this order, when the process is told to stop; counted down after that. */
  private static CountDownLatch atShutdown(Runnable... steps) {
    CountDownLatch ended = new CountDownLatch(1);
    Runnable stop =
        () -> {
          for (Runnable each : steps) {
            each.run();
          }
          ended.countDown();
        };
    Runtime.getRuntime().addShutdownHook(Threads.thread("shutdown", stop));
    return ended;
  }

  private Settings overridden(Settings read) throws CannotRun {
    Settings settings = cache.settings(read);
    if (host != null) {
      settings = settings.withHost(host);
    }
    if (port != null) {
      if (port < 0 || port > MAX_PORT) {
        throw new CannotRun("--port " + port + ": a port is a number from 0 to 65535");
      }
      settings = settings.withPort(port);
    }
    return settings;
  }

  private BoundSocket bind(Settings settings) throws CannotRun {
    try {
      return BoundSocket.bind(settings.http());
    } catch (BindFailure e) {
      String message = String.valueOf(e.getMessage());
      throw host == null && port == null
          ? configuration.refused("http", "port", message)
          : new CannotRun(message);
    }
  }

  private void open(PushSwitch push, Settings settings) throws CannotRun {
    try {
      push.open(settings);
    } catch (StateFailure e) {
      throw configuration.refused("push", e.key(), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable MetricsServer metrics(Settings settings, Publisher publisher) throws CannotRun {
    MonitoringSettings.Address address = settings.monitoring().metrics();
    if (address == null) {
      return null;
    }
    try {
      MetricsServer metrics = MetricsServer.start(address, publisher);
      LOG.info("Metrics are at http://{}:{}/metrics", address.host(), metrics.port());
      return metrics;
    } catch (IOException e) {
      throw configuration.refused("metrics", "port", String.valueOf(e.getMessage()));
    }
  }

  /** Standard output, because programs that read access logs want nothing before their lines. */
  private ResponseObservers responses(Settings settings, @Nullable MetricsServer metrics) {
    ResponseObservers responses = ResponseObservers.none();
    if (metrics != null) {
      responses.with(metrics.responses());
    }
    if (settings.monitoring().log().access()) {
      PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
      responses.withLog(
          line -> {
            out.println(line);
            out.flush();
          });
    }
    return responses;
  }

  private static void hint(Settings settings, FeedServer server) {
    LOG.info("{}", GeneratorLine.of(settings));
    GeneratorProblems.ofConfiguration(settings).forEach(each -> LOG.warn("{}", each));
    if (!settings.site().idPinned()) {
      LOG.info(
          "Every id begins with {}, which comes from site.url. Set site.id to this value: then a"
              + " move to another domain changes no id.",
          settings.site().id());
    }
    // Readers follow what feeds say, even if they were found at another address.
    if (!settings.isLocal() || settings.feeds().url().getPort() != server.port()) {
      LOG.info(
          "Feeds give {} as their address, from feeds.url or site.url.", settings.feeds().url());
    }
  }

  private void announce(FeedServer server, Health health, Publisher publisher) {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("Feedwright is serving " + server.address());
    out.println(Counts.of(health));
    String rest = new UnpublishedReport(publisher.unpublished().join()).summary();
    if (rest != null) {
      out.println(rest);
    }
    out.flush();
  }
}
