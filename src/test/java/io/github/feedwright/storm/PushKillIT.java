package io.github.feedwright.storm;

import static io.github.feedwright.site.RunningSite.within;
import static io.github.feedwright.site.RunningSite.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.push.Received;
import io.github.feedwright.push.Reply;
import io.github.feedwright.push.Subscriber;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub ends at any moment, and the next one sends what is still due, and only that. */
@Timeout(3600)
final class PushKillIT {
  private static final Logger LOG = LoggerFactory.getLogger(PushKillIT.class);
  private static final Pattern VERSION = Pattern.compile("version (\\d+) of the text");
  private static final Pattern SUBSCRIPTIONS = Pattern.compile("\"subscriptions\"\\s*:\\s*(\\d+)");

  @TempDir private Path home;

  private void save(int version) throws Exception {
    write(
        home.resolve("posts"),
        "2014-04-04-one.md",
        "---\ntitle: One\n---\nversion " + version + " of the text\n");
  }

  private static int version(String text) {
    Matcher matcher = VERSION.matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  private static void subscribe(ServerProcess server, String callback, String path)
      throws Exception {
    String form =
        "hub.mode=subscribe&hub.callback="
            + URLEncoder.encode(callback, StandardCharsets.UTF_8)
            + "&hub.topic="
            + URLEncoder.encode("https://feeds.example.org" + path, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/hub"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    // Until push has the feeds, the hub answers 503.
    within(
        Sizes.TIME_LIMIT,
        () -> {
          HttpResponse<String> answer =
              HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
          return answer.statusCode() == 202;
        });
  }

  private static int subscriptions(ServerProcess server) {
    Matcher matcher = SUBSCRIPTIONS.matcher(server.body("/healthz"));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Test
  void afterAKillEverySubscriberHasTheCurrentVersionAndNoOldOneAfterIt() throws Exception {
    Files.createDirectories(home.resolve("posts"));
    Files.writeString(
        home.resolve("config.yaml"),
        """
        site: {title: Example, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
        posts: {directory: posts}
        feeds: {url: "https://feeds.example.org/"}
        push: {hub: own, allow: [127.0.0.0/8], delay: 0ms, interval: 0ms}
        """);
    write(
        home.resolve("posts"),
        "2014-04-05-two.md",
        "---\ntitle: Two\ntags: [quiet]\n---\nNever changed.\n");
    save(0);
    int last = Integer.getInteger("feedwright.kills", Sizes.of(3, 100));
    long begun = System.nanoTime();
    try (Subscriber subscriber = Subscriber.start()) {
      for (int version = 1; version <= last; version++) {
        try (ServerProcess server = ServerProcess.packaged(home)) {
          if (version == 1) {
            subscribe(server, subscriber.url("/changing"), "/atom.xml");
            subscribe(server, subscriber.url("/quiet"), "/tags/quiet/atom.xml");
            within(Sizes.TIME_LIMIT, () -> subscriptions(server) == 2);
          } else {
            subscriber.answersDeliveries(delivery -> Reply.of(200));
            int former = version - 1;
            within(Sizes.TIME_LIMIT, () -> newest(subscriber) == former);
          }
          saveAndKill(server, subscriber, version);
        }
      }
      subscriber.answersDeliveries(delivery -> Reply.of(200));
      try (ServerProcess server = ServerProcess.packaged(home)) {
        within(Sizes.TIME_LIMIT, () -> newest(subscriber) == last);
        Received newest = deliveries(subscriber).get(deliveries(subscriber).size() - 1);
        assertThat(newest.text()).isEqualTo(server.body("/atom.xml"));
      }
      assertThat(deliveries(subscriber)).extracting(each -> version(each.text())).isSorted();
      assertThat(subscriber.deliveries()).extracting(Received::path).containsOnly("/changing");
      LOG.info(
          "{} kills, {} deliveries, {} s",
          last,
          subscriber.deliveries().size(),
          (System.nanoTime() - begun) / 1_000_000_000);
    }
  }

  private static List<Received> deliveries(Subscriber subscriber) {
    return subscriber.deliveries().stream()
        .filter(each -> each.path().equals("/changing"))
        .toList();
  }

  private static int newest(Subscriber subscriber) {
    List<Received> all = deliveries(subscriber);
    return all.isEmpty() ? 0 : version(all.get(all.size() - 1).text());
  }

  /**
   * In turn: when it is served and may be sent, when it was sent and no answer came, and at once.
   */
  private void saveAndKill(ServerProcess server, Subscriber subscriber, int version)
      throws Exception {
    if (version % 3 == 2) {
      // The version before may come once more, as it may have been sent and not noted as sent.
      subscriber.answersDeliveries(
          delivery -> version(delivery.text()) == version ? Reply.NONE : Reply.of(200));
    }
    save(version);
    if (version % 3 == 1) {
      within(Sizes.TIME_LIMIT, () -> version(server.body("/atom.xml")) == version);
    } else if (version % 3 == 2) {
      within(Sizes.TIME_LIMIT, () -> newest(subscriber) == version);
    }
    server.close();
  }
}
