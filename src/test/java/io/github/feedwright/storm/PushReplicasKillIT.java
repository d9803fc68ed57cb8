package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static io.github.feedwright.site.RunningSite.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.feedwright.push.Received;
import io.github.feedwright.push.Reply;
import io.github.feedwright.push.Subscriber;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two servers share a database, and one of them ends at any moment. What it had claimed then waits
 * for some seconds, so this is for the large storms alone.
 */
@Timeout(7200)
@EnabledIfSystemProperty(named = "storm", matches = "true")
final class PushReplicasKillIT {
  private static final Logger LOG = LoggerFactory.getLogger(PushReplicasKillIT.class);
  private static final Pattern VERSION = Pattern.compile("version (\\d+) of the text");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int CHANGES = Integer.getInteger("feedwright.kills", 100);

  /** How long a delivery takes in which a server is killed. */
  private static final Duration SLOW = Duration.ofMillis(1500);

  @TempDir private Path home;

  private Path home(int server) {
    return home.resolve("server" + server);
  }

  private void configure(String database) throws Exception {
    for (int server = 0; server < 2; server++) {
      Files.createDirectories(home(server).resolve("posts"));
      Files.writeString(
          home(server).resolve("config.yaml"),
          """
          site: {title: Example, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
          posts: {directory: posts}
          feeds: {url: "https://feeds.example.org/"}
          push: {hub: own, allow: [127.0.0.0/8], delay: 0ms, interval: 0ms, database: "%s"}
          """
              .formatted(database));
    }
    save(0);
  }

  private void save(int version) throws Exception {
    for (int server = 0; server < 2; server++) {
      write(
          home(server).resolve("posts"),
          "2014-04-04-one.md",
          "---\ntitle: One\n---\nversion " + version + " of the text\n");
    }
  }

  private static int version(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  private static List<Integer> versions(Subscriber subscriber) {
    return subscriber.deliveries().stream().map(each -> version(each.text())).toList();
  }

  private static void awaitVersion(Subscriber subscriber, int version) {
    within(Sizes.TIME_LIMIT, () -> versions(subscriber).contains(version));
  }

  /** Until then, a server that was started could not know what follows what. */
  private static void awaitServed(ServerProcess[] servers, int version) {
    for (ServerProcess each : servers) {
      within(Sizes.TIME_LIMIT, () -> version(each.body("/atom.xml")) == version);
    }
  }

  private static void subscribe(ServerProcess server, String callback) throws Exception {
    String form =
        "hub.mode=subscribe&hub.callback="
            + URLEncoder.encode(callback, StandardCharsets.UTF_8)
            + "&hub.topic="
            + URLEncoder.encode("https://feeds.example.org/atom.xml", StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/hub"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    within(
        Sizes.TIME_LIMIT, () -> CLIENT.send(request, BodyHandlers.ofString()).statusCode() == 202);
    within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"subscriptions\":1"));
  }

  private static EmbeddedPostgres postgres() throws Exception {
    try {
      return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
    } catch (IOException | RuntimeException e) {
      return abort("PostgreSQL does not run here: " + e);
    }
  }

  @Test
  void eachChangeIsDeliveredWhicheverServerIsKilledAndOnceIfNoneIs() throws Exception {
    try (EmbeddedPostgres postgres = postgres();
        Subscriber subscriber = Subscriber.start()) {
      configure(postgres.getJdbcUrl("postgres", "postgres"));
      ServerProcess[] servers = {ServerProcess.packaged(home(0)), ServerProcess.packaged(home(1))};
      try {
        subscribe(servers[0], subscriber.url("/"));
        for (int version = 1; version <= CHANGES; version++) {
          save(version);
          awaitVersion(subscriber, version);
          awaitServed(servers, version);
        }
        assertThat(versions(subscriber))
            .isEqualTo(IntStream.rangeClosed(1, CHANGES).boxed().toList());

        subscriber.forget();
        for (int kill = 1; kill <= CHANGES; kill++) {
          int version = CHANGES + kill;
          saveAndKill(servers, subscriber, version);
          subscriber.answersDeliveries(delivery -> Reply.of(200));
          awaitVersion(subscriber, version);
          servers[version % 2] = ServerProcess.packaged(home(version % 2));
          awaitServed(servers, version);
        }
        LOG.info("{} kills, {} deliveries", CHANGES, subscriber.deliveries().size());
        assertThat(versions(subscriber)).isSorted().doesNotContain(-1);
        assertThat(subscriber.deliveries().stream().map(Received::text).distinct())
            .hasSize(CHANGES);
      } finally {
        for (ServerProcess each : servers) {
          each.close();
        }
      }
    }
  }

  /** In turn: when it is served and may be sent, in a delivery, whoever makes it, and at once. */
  private void saveAndKill(ServerProcess[] servers, Subscriber subscriber, int version)
      throws Exception {
    ServerProcess victim = servers[version % 2];
    if (version % 3 == 2) {
      subscriber.answersDeliveries(delivery -> Reply.of(200).later(SLOW));
    }
    save(version);
    if (version % 3 == 1) {
      within(Sizes.TIME_LIMIT, () -> version(victim.body("/atom.xml")) == version);
    } else if (version % 3 == 2) {
      awaitVersion(subscriber, version);
    }
    victim.close();
  }
}
