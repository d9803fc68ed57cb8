package io.github.feedwright.site;

import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.format.FeedFormats;
import io.github.feedwright.http.BoundSocket;
import io.github.feedwright.http.FeedServer;
import io.github.feedwright.http.ResponseObservers;
import io.github.feedwright.intake.settings.LoadedWords;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.publish.PublishedMemory;
import io.github.feedwright.publish.Publisher;
import io.github.feedwright.publish.SettingsSource;
import io.github.feedwright.settings.SettingsReader;
import io.github.feedwright.settings.SettingsResult;
import io.github.feedwright.store.CacheStore;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.push.WebSubHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration and the authors file change while the server runs. */
final class ReconfiguringIT implements SettingsSource {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String SLOW_TEXT = "A. B. C. D. E. F.";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static final String CONFIGURATION =
      """
      site: {title: First Title, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
      posts: {directory: posts, authors: authors.yml}
      http: {port: 0}
      """;

  private final AtomicInteger reads = new AtomicInteger();

  @TempDir private Path directory;
  private Publisher publisher;
  private FeedServer server;

  @BeforeEach
  void serve() throws Exception {
    RunningSite.write(directory, "config.yaml", CONFIGURATION);
    RunningSite.write(directory, "authors.yml", "ada: {name: Ada Example}\n");
    RunningSite.write(
        directory, "posts/2014-04-04-one.md", "---\ntitle: One\nauthor: ada\n---\nText.\n");
    RunningSite.write(directory, "posts/picture.png", "a picture");
    SettingsResult.Valid valid = (SettingsResult.Valid) read();
    publisher =
        Publisher.prepare(
            valid.settings(), this, Clock.systemUTC(), PublishedMemory.none(), CacheStore.none());
    server =
        FeedServer.start(
            BoundSocket.bind(valid.settings().http()),
            publisher,
            Clock.systemUTC(),
            WebSubHub.NONE,
            ResponseObservers.none());
    publisher.start();
    publisher.first().get(60, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    server.close();
    publisher.close();
  }

  @Override
  public @Nullable Path file() {
    return directory.resolve("config.yaml");
  }

  @Override
  public SettingsResult read() {
    reads.incrementAndGet();
    try {
      SettingsResult reading =
          SettingsReader.read(
              Files.readString(directory.resolve("config.yaml")),
              "config.yaml",
              directory,
              FeedFormats.names());
      return reading instanceof SettingsResult.Valid valid
          ? new SettingsResult.Valid(LoadedWords.in(valid.settings()))
          : reading;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aValidConfigurationIsTakenAtRunTime() throws Exception {
    assertThat(get("/picture.png").statusCode()).isEqualTo(200);
    RunningSite.write(
        directory,
        "config.yaml",
        CONFIGURATION.replace("First", "Second").replace("port: 0", "port: 0, max-age: 7m"));
    within(SOON, () -> get("/atom.xml").body().contains("Second Title"));
    for (String path : List.of("/atom.xml", "/picture.png")) {
      assertThat(get(path).headers().firstValue("Cache-Control").orElseThrow())
          .contains("max-age=420");
    }
  }

  @Test
  void whoeverHasAskedThePreviousConfigurationGetsAnAnswer() throws Exception {
    Snapshot before = Objects.requireNonNull(publisher.snapshot());
    RunningSite.write(directory, "config.yaml", CONFIGURATION.replace("First", "Second"));
    within(SOON, () -> get("/atom.xml").body().contains("Second Title"));
    OnDemand page = (OnDemand) Objects.requireNonNull(before.find("/authors/ada/", null));
    Representation made = page.representation().get(60, TimeUnit.SECONDS);
    assertThat(StandardCharsets.UTF_8.decode(made.body()).toString()).contains("First Title");
  }

  @Test
  void anInvalidConfigurationIsReportedAndThePreviousOneStays() throws Exception {
    RunningSite.write(
        directory, "config.yaml", CONFIGURATION.replace("First", "Second") + "nonsense: 1\n");
    within(SOON, () -> publisher.health().problems().containsKey(Kind.CONFIGURATION));
    assertThat(get("/atom.xml").body()).contains("First Title");
    RunningSite.write(directory, "config.yaml", CONFIGURATION);
    within(SOON, () -> !publisher.health().problems().containsKey(Kind.CONFIGURATION));
  }

  @Test
  void aChangedFileOfWordsChangesPagesAtOnce() throws Exception {
    RunningSite.write(directory, "words.properties", "latest=What is new\n");
    RunningSite.write(
        directory, "config.yaml", CONFIGURATION.replace("id:", "words: words.properties, id:"));
    within(SOON, () -> get("/").body().contains("What is new"));
    RunningSite.write(directory, "words.properties", "latest=Fresh from the press\n");
    within(SOON, () -> get("/").body().contains("Fresh from the press"));
    Files.delete(directory.resolve("words.properties"));
    within(SOON, () -> get("/").body().contains("Latest posts"));
  }

  @Test
  void aChangedAuthorsFileChangesWhatReadersSee() throws Exception {
    assertThat(get("/authors/ada/rss.xml").body()).contains("Ada Example");
    RunningSite.write(directory, "authors.yml", "ada: {name: Ada Lovelace}\n");
    within(SOON, () -> get("/authors/ada/rss.xml").body().contains("Ada Lovelace"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada: {name: [Ada", "", "- ada\n"})
  void anAuthorsFileThatIsBrokenNamesWhomItNamedBefore(String broken) throws Exception {
    RunningSite.write(directory, "authors.yml", broken);
    within(SOON, () -> publisher.health().problems().containsKey(Kind.CONFIGURATION));
    assertThat(get("/authors/ada/rss.xml").body()).contains("Ada Example");
    RunningSite.write(directory, "authors.yml", "ada: {name: Ada Lovelace}\n");
    within(SOON, () -> get("/authors/ada/rss.xml").body().contains("Ada Lovelace"));
    assertThat(publisher.health().problems()).doesNotContainKey(Kind.CONFIGURATION);
  }

  @Test
  void anAuthorsFileThatIsGoneNamesWhomItNamedBefore() throws Exception {
    Files.delete(directory.resolve("authors.yml"));
    within(SOON, () -> publisher.health().problems().containsKey(Kind.CONFIGURATION));
    assertThat(get("/authors/ada/rss.xml").body()).contains("Ada Example");
  }

  @Test
  void anAuthorsFileThatBecomesAPipeStopsNothing() throws Exception {
    Path pipe = directory.resolve(".pipe");
    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    Files.move(pipe, directory.resolve("authors.yml"), StandardCopyOption.REPLACE_EXISTING);
    within(SOON, () -> publisher.health().problems().containsKey(Kind.CONFIGURATION));
    RunningSite.write(
        directory, "posts/2015-05-05-two.md", "---\ntitle: Two\nauthor: ada\n---\nText.\n");
    within(SOON, () -> get("/authors/ada/rss.xml").body().contains("<title>Two"));
    assertThat(get("/authors/ada/rss.xml").body()).contains("Ada Example");
  }

  @Test
  void anEmptiedTermOutlivesAReconfiguration() throws Exception {
    RunningSite.write(
        directory, "posts/2014-04-04-one.md", "---\ntitle: One\nauthor: bob\n---\nText.\n");
    within(SOON, () -> get("/authors/bob/rss.xml").statusCode() == 200);
    RunningSite.write(directory, "config.yaml", CONFIGURATION.replace("First", "Second"));
    within(SOON, () -> get("/atom.xml").body().contains("Second Title"));
    assertThat(get("/authors/ada/rss.xml").statusCode()).isEqualTo(200);
  }

  @Test
  void aPostThatIsBeingWrittenIsNotTakenHalfByAReconfiguration() throws Exception {
    RunningSite.write(directory, "config.yaml", CONFIGURATION.replace("First", "Second"));
    CompletableFuture<Void> writer = CompletableFuture.runAsync(this::writeSlowly);
    while (!writer.isDone()) {
      String body = get("/atom.xml").body();
      assertThat(body.contains("Slow") && !body.contains(SLOW_TEXT)).as(body).isFalse();
    }
    writer.join();
    within(SOON, () -> get("/atom.xml").body().contains(SLOW_TEXT));
    assertThat(get("/atom.xml").body()).contains("Second Title");
  }

  private void writeSlowly() {
    Path slow = directory.resolve("posts/2015-05-05-slow.md");
    try {
      for (String piece :
          List.of("---\ntitle: Slow\n", "---\n", "A. ", "B. ", "C. ", "D. ", "E. ", "F.")) {
        Files.writeString(slow, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        LockSupport.parkNanos(Duration.ofMillis(120).toNanos());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theLastGoodVersionOfABrokenPostOutlivesAReconfiguration() throws Exception {
    RunningSite.write(directory, "posts/2014-04-04-one.md", "---\ntitle: A: b\n---\nBroken.\n");
    within(SOON, () -> publisher.health().problems().containsKey(Kind.FRONT_MATTER));
    RunningSite.write(directory, "config.yaml", CONFIGURATION.replace("First", "Second"));
    within(SOON, () -> get("/atom.xml").body().contains("Second Title"));
    assertThat(get("/atom.xml").body()).contains("Text.").doesNotContain("Broken");
  }

  @Test
  void aBrokenPostOfAnotherDirectoryHasNoLastGoodVersionHere() throws Exception {
    RunningSite.write(directory, "other/2014-04-04-one.md", "---\ntitle: A: b\n---\nBroken.\n");
    RunningSite.write(directory, "other/2014-04-05-two.md", "---\ntitle: Two\n---\nMore.\n");
    RunningSite.write(
        directory, "config.yaml", CONFIGURATION.replace("directory: posts", "directory: other"));
    within(SOON, () -> get("/atom.xml").body().contains("More."));
    assertThat(get("/atom.xml").body()).doesNotContain("Text.");
  }

  @Test
  void aNewConfigurationDoesNotEmptyASiteWhoseDirectoryWasReplaced() throws Exception {
    Path posts = directory.resolve("posts");
    Files.move(posts, directory.resolve("unmounted"));
    Files.createDirectory(posts);
    within(SOON, () -> publisher.health().problems().containsKey(Kind.FILE));
    RunningSite.write(directory, "config.yaml", CONFIGURATION.replace("First", "Second"));
    within(SOON, () -> get("/atom.xml").body().contains("Second Title"));
    assertThat(get("/atom.xml").body()).contains("Text.");
  }

  @Test
  void editsComeThroughWhileALargeSiteIsRebuilt() throws Exception {
    String text = "Some *words* and `code` with a [link](/there).\n\n".repeat(600);
    for (int at = 100; at < 180; at++) {
      String post = "---\ntitle: P%d\ntags: t%d\n---\n%s".formatted(at, at, text);
      RunningSite.write(directory, "posts/2013-01-01-p%d.md".formatted(at), post);
    }
    for (int at = 100; at < 180; at++) {
      String feed = "/tags/t%d/atom.xml".formatted(at);
      within(Duration.ofSeconds(60), () -> get(feed).body().contains("<entry>"));
    }
    int before = reads.get();
    RunningSite.write(directory, "config.yaml", CONFIGURATION.replace("First", "Second"));
    within(SOON, () -> reads.get() > before);
    int last = -1;
    int during = 0;
    String body = get("/atom.xml").body();
    while (body.contains("First Title")) {
      int edit = last + 1;
      RunningSite.write(
          directory, "posts/2014-04-04-one.md", "---\ntitle: One\n---\nEdit %d.\n".formatted(edit));
      within(Duration.ofSeconds(60), () -> get("/atom.xml").body().contains("Edit " + edit + "."));
      last = edit;
      body = get("/atom.xml").body();
      assertThat(body).contains("Edit " + last + ".");
      during += body.contains("First Title") ? 1 : 0;
    }
    assertThat(during).isPositive();
    assertThat(body).contains("Second Title", "Edit " + last + ".");
  }

  @Test
  void theLastOfSeveralConfigurationsHolds() throws Exception {
    for (String title : List.of("Second", "Third", "First", "Fourth")) {
      int before = reads.get();
      RunningSite.write(directory, "config.yaml", CONFIGURATION.replace("First", title));
      within(SOON, () -> reads.get() > before);
    }
    within(SOON, () -> get("/atom.xml").body().contains("Fourth Title"));
  }
}
