package io.github.feedwright.site;

import static org.awaitility.Awaitility.await;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.http.BoundSocket;
import io.github.feedwright.http.FeedServer;
import io.github.feedwright.http.RawAnswer;
import io.github.feedwright.http.RawClient;
import io.github.feedwright.http.ResponseObservers;
import io.github.feedwright.publish.FixedSettings;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.publish.Served;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.web.push.WebSubHub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The whole program on a directory of posts, reached over HTTP on a free port. */
public final class RunningSite implements AutoCloseable {
  /** Where the posts of these tests live: a host that is not reached. */
  public static final String HOME = "https://blog.example.org/";

  private static final String CONFIGURATION =
      """
      site:
        title: Example Journal
        url: https://blog.example.org/
        id: tag:blog.example.org,2013
        author: {name: Ada Example, email: ada@example.org}
      """;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path posts;
  private final Publisher publisher;
  private final FeedServer server;

  private RunningSite(Path posts, Publisher publisher, FeedServer server) {
    this.posts = posts;
    this.publisher = publisher;
    this.server = server;
  }

  /** Serves a directory, and waits for the first snapshot. */
  public static RunningSite on(Path posts) throws Exception {
    return on(posts, "", Clock.systemUTC());
  }

  /** Serves a directory, and keeps next to nothing of what it can make again. */
  public static RunningSite withSmallCaches(Path posts, String more) throws Exception {
    Clock clock = Clock.systemUTC();
    Settings settings = settings(posts, more);
    return on(posts, settings, Served.withSmallCaches(settings, clock), clock);
  }

  /** Serves a directory under more configuration than the usual. */
  public static RunningSite on(Path posts, String more, Clock clock) throws Exception {
    Settings settings = settings(posts, more);
    return on(posts, settings, FixedSettings.publisher(settings, clock), clock);
  }

  private static RunningSite on(Path posts, Settings settings, Publisher publisher, Clock clock)
      throws Exception {
    FeedServer server =
        FeedServer.start(
            BoundSocket.bind(settings.http()),
            publisher,
            clock,
            WebSubHub.NONE,
            ResponseObservers.none());
    publisher.start();
    publisher.first().get(60, TimeUnit.SECONDS);
    return new RunningSite(posts, publisher, server);
  }

  /** The settings of these tests, whose site another one can take the place of. */
  public static Settings settings(Path posts, String more) {
    String text = more.startsWith("site:") ? more : CONFIGURATION + more;
    SettingsResult reading = SettingsReader.read(text, "config.yaml", posts, FeedFormats.names());
    if (reading instanceof SettingsResult.Valid valid) {
      return valid.settings().withPosts(posts).withPort(0);
    }
    throw new IllegalArgumentException(reading.toString());
  }

  /** The publisher. */
  public Publisher publisher() {
    return publisher;
  }

  /** The port that it listens on. */
  public int port() {
    return server.port();
  }

  /** Asks over a socket of its own, and sends the path and the fields as they are. */
  public RawAnswer ask(String method, String path, String... fields) throws IOException {
    return RawClient.ask(
        port(),
        Stream.concat(Stream.of(method + " " + path + " HTTP/1.1", "Host: x"), Stream.of(fields))
            .toArray(String[]::new));
  }

  /** Where the site is reached. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** Fetches a path. */
  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** The body at a path. */
  public String body(String path) throws IOException, InterruptedException {
    return get(path).body();
  }

  /** The entity tag and the time of a path: what tells a reader whether something is new. */
  public String validators(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    return response.headers().firstValue("ETag").orElse("none")
        + " "
        + response.headers().firstValue("Last-Modified").orElse("none");
  }

  /** Saves a file as editors and sync tools do: written beside, then renamed over. */
  public void save(String name, String text) throws IOException {
    write(posts, name, text);
  }

  /** Saves a file atomically below a directory. */
  public static void write(Path directory, String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling("." + file.getFileName() + ".new");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a file. */
  public void delete(String name) throws IOException {
    Files.delete(posts.resolve(name));
  }

  /** Waits until something holds, and for at most so long. */
  public static void within(Duration limit, Callable<Boolean> condition) {
    await().atMost(limit).pollInterval(Duration.ofMillis(20)).until(condition);
  }

  @Override
  public void close() {
    server.close();
    publisher.close();
  }
}
