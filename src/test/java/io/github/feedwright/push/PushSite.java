package io.github.feedwright.push;

import static io.github.feedwright.site.RunningSite.within;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.http.BoundSocket;
import io.github.feedwright.http.FeedServer;
import io.github.feedwright.http.ResponseObservers;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.publish.SettingsSource;
import io.github.feedwright.push.client.CheckedResolver;
import io.github.feedwright.push.state.Database;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.site.RunningSite;
import io.github.feedwright.store.CacheStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The whole program with push, on a directory of posts, reached over HTTP on a free port. */
final class PushSite implements SettingsSource, AutoCloseable {
  /** Where the feeds of these tests are; only their addresses say so. */
  static final String FEEDS = "https://feeds.example.org";

  static final Duration SOON = Duration.ofSeconds(20);

  private static final String CONFIGURATION =
      """
      site: {title: Example, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      posts: {directory: posts}
      http: {port: 0}
      feeds:
        url: "https://feeds.example.org/"
      """;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Path home;
  private final Clock clock;
  private final CheckedResolver.Lookup lookup;
  private Push push;
  private Publisher publisher;
  private FeedServer server;

  private PushSite(Path home, Clock clock, CheckedResolver.Lookup lookup) throws Exception {
    this.home = home;
    this.clock = clock;
    this.lookup = lookup;
    start();
  }

  /** The usual push of these tests: it tells at once, and the subscribers are on this machine. */
  static String push(String more) {
    return "push: {hub: own, allow: [127.0.0.0/8], delay: 0ms, interval: 0ms,"
        + " limits: {verifications: 1000}"
        + more
        + "}\n";
  }

  static PushSite in(Path home) throws Exception {
    return in(home, push(""), Clock.systemUTC(), CheckedResolver.Lookup.SYSTEM);
  }

  static PushSite in(Path home, String more, Clock clock) throws Exception {
    return in(home, more, clock, CheckedResolver.Lookup.SYSTEM);
  }

  static PushSite in(Path home, String more, Clock clock, CheckedResolver.Lookup lookup)
      throws Exception {
    Files.createDirectories(home.resolve("posts"));
    Files.writeString(home.resolve("config.yaml"), CONFIGURATION + more);
    if (!Files.exists(home.resolve("posts/2014-04-04-one.md"))) {
      write(home, "one", "One", "first");
    }
    return new PushSite(home, clock, lookup);
  }

  /** Starts again what was closed. */
  void open() throws Exception {
    start();
  }

  private void start() throws Exception {
    Settings settings = ((SettingsResult.Valid) read()).settings();
    push = Push.start(clock, lookup);
    publisher = Publisher.prepare(settings, this, clock, PublishedMemory.none(), CacheStore.none());
    publisher.setListener(push);
    server =
        FeedServer.start(
            BoundSocket.bind(settings.http()), publisher, clock, push, ResponseObservers.none());
    if (!settings.hubs().isEmpty()) {
      push.open(settings);
    }
    publisher.start();
    publisher.first().get(60, TimeUnit.SECONDS);
    if (settings.ownHub() != null) {
      // Until push has the feeds, the hub answers 503.
      within(SOON, () -> form("hub.mode=subscribe").statusCode() == 400);
    }
  }

  /** Stops everything, and starts it again. */
  void restart() throws Exception {
    close();
    start();
  }

  @Override
  public Path file() {
    return home.resolve("config.yaml");
  }

  @Override
  public SettingsResult read() {
    try {
      return SettingsReader.read(
          Files.readString(file()), "config.yaml", home, FeedFormats.names());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces what the configuration says besides the usual. */
  void configure(String more) throws IOException {
    RunningSite.write(home, "config.yaml", CONFIGURATION + more);
  }

  /** Saves a post with tags. */
  void save(String slug, String text, String... tags) throws IOException {
    write(home, slug, slug, text, tags);
  }

  static void write(Path home, String slug, String title, String text, String... tags)
      throws IOException {
    RunningSite.write(
        home.resolve("posts"),
        "2014-04-04-" + slug + ".md",
        "---\ntitle: %s\ntags: [%s]\n---\n%s\n".formatted(title, String.join(", ", tags), text));
  }

  Path home() {
    return home;
  }

  HttpResponse<String> get(String path, String... fields) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (fields.length > 0) {
      request.headers(fields);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** Sends a form to the hub. */
  HttpResponse<String> form(String form) throws IOException, InterruptedException {
    return post("application/x-www-form-urlencoded", form);
  }

  /** The same, without its length. */
  HttpResponse<String> unmeasured(String form) throws IOException, InterruptedException {
    return post(
        "application/x-www-form-urlencoded",
        BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8))));
  }

  HttpResponse<String> post(@Nullable String type, String body)
      throws IOException, InterruptedException {
    return post(type, BodyPublishers.ofString(body));
  }

  private HttpResponse<String> post(@Nullable String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri("/hub"));
    if (type != null) {
      request.header("Content-Type", type);
    }
    return CLIENT.send(request.POST(body).build(), BodyHandlers.ofString());
  }

  /** Asks to subscribe a callback to the feed at a path. */
  HttpResponse<String> subscribe(String callback, String path, String... more)
      throws IOException, InterruptedException {
    return ask("subscribe", callback, path, more);
  }

  HttpResponse<String> ask(String mode, String callback, String path, String... more)
      throws IOException, InterruptedException {
    StringBuilder form = new StringBuilder("hub.mode=" + mode);
    form.append("&hub.callback=").append(encode(callback));
    form.append("&hub.topic=").append(encode(FEEDS + path));
    for (String each : more) {
      form.append('&').append(each);
    }
    return form(form.toString());
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Subscribes, and waits until that is in force. */
  void subscribed(String callback, String path, String... more) throws Exception {
    // Push hears of a new feed a moment after it is served.
    within(SOON, () -> subscribe(callback, path, more).statusCode() == 202);
    within(SOON, () -> isSubscribed(callback, path));
  }

  /** Whether a subscription is in force, by what the server has written down. */
  boolean isSubscribed(String callback, String path) {
    Settings settings = ((SettingsResult.Valid) read()).settings();
    try (Database database = Database.open(Objects.requireNonNull(settings.push()))) {
      return new Subscriptions(database).find(FEEDS + path, callback).isPresent();
    }
  }

  /** A count of push that the health tells; it may be a second old. */
  int counts(String name) {
    try {
      String health = get("/healthz").body();
      int at = health.indexOf(name + "\":", health.indexOf("\"push\""));
      String digits = health.substring(at + name.length() + 2).replaceFirst("\\D.*", "");
      return Integer.parseInt(digits.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    push.close();
    publisher.close();
  }
}
