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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many subscribers, of which some fail, and many posts. */
@Timeout(3600)
final class PushLoadIT {
  private static final Logger LOG = LoggerFactory.getLogger(PushLoadIT.class);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s*(\\d+)$");

  private static final List<String> KINDS =
      List.of("hang", "good", "bad", "good", "slow", "good", "good", "good", "good", "good");

  /** The ordinary build has other work at the same time, and a tenth of the subscribers. */
  private static final Duration LONGEST = Duration.ofSeconds(Sizes.of(10, 2));

  private static final int CHANGES = 3;
  private static final int POLLS = 50;

  @TempDir private Path home;

  @BeforeEach
  void configure() throws Exception {
    Files.createDirectories(home.resolve("posts"));
    Files.writeString(
        home.resolve("config.yaml"),
        """
        site: {title: Example, url: "https://blog.example.org/", id: "tag:blog.example.org,2013"}
        posts: {directory: posts}
        feeds: {url: "https://feeds.example.org/"}
        push: {hub: own, allow: [127.0.0.0/8], delay: 100ms, interval: 0ms,
          limits: {pending: 10000, verifications: 10000}}
        """);
    save("first");
  }

  private void save(String text) throws Exception {
    write(home.resolve("posts"), "2014-04-04-one.md", "---\ntitle: One\n---\n" + text + "\n");
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
  }

  private static Reply reply(Received delivery) {
    return switch (delivery.path().substring(0, 4)) {
      case "/han" -> Reply.NONE;
      case "/bad" -> Reply.of(500);
      case "/slo" -> Reply.of(200).later(Duration.ofSeconds(5));
      default -> Reply.of(200);
    };
  }

  private static List<Received> healthy(Subscriber subscriber, String text) {
    return subscriber.deliveries().stream()
        .filter(each -> each.path().startsWith("/good"))
        .filter(each -> each.text().contains(text))
        .toList();
  }

  /** When each healthy subscriber had a version, noted as it comes: looking would cost more. */
  private static final class Arrivals {
    private final Map<String, Long> nanos = new ConcurrentHashMap<>();
    private volatile String text = "";

    void await(String next) {
      nanos.clear();
      text = next;
    }

    Reply reply(Received delivery) {
      if (delivery.path().startsWith("/good") && delivery.text().contains(text)) {
        nanos.putIfAbsent(delivery.path(), delivery.nanos());
      }
      return PushLoadIT.reply(delivery);
    }

    Duration first(long since) {
      return Duration.ofNanos(Collections.min(nanos.values()) - since);
    }

    Duration last(long since) {
      return Duration.ofNanos(Collections.max(nanos.values()) - since);
    }
  }

  private static int threads(ServerProcess server) throws Exception {
    String status = Files.readString(Path.of("/proc/" + server.process().pid() + "/status"));
    Matcher matcher = THREADS.matcher(status);
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  /** How long some polls took, one after the other, and the threads that there were. */
  private static final class Polls {
    private final ServerProcess server;
    private final List<Long> nanos = new ArrayList<>();
    private int threads;

    Polls(ServerProcess server) {
      this.server = server;
    }

    /** Polls until something holds. */
    Polls until(BooleanSupplier condition) {
      within(
          Sizes.TIME_LIMIT,
          () -> {
            long asked = System.nanoTime();
            server.body("/atom.xml");
            nanos.add(System.nanoTime() - asked);
            threads = Math.max(threads, threads(server));
            return condition.getAsBoolean();
          });
      Collections.sort(nanos);
      return this;
    }

    Duration median() {
      return Duration.ofNanos(nanos.get(nanos.size() / 2));
    }

    Duration slowest() {
      return Duration.ofNanos(nanos.get(nanos.size() - 1));
    }
  }

  private static void subscribeAll(ServerProcess server, Subscriber subscriber, int all)
      throws Exception {
    for (int count = 0; count < all; count++) {
      String kind = KINDS.get(count % KINDS.size());
      // Each is at a host of its own, as subscribers are.
      String host = "127.1." + count / 200 + "." + (1 + count % 200);
      subscribe(server, subscriber.url(host, "/" + kind + "/" + count));
    }
    within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"subscriptions\":" + all));
  }

  /** The first change is one of a server that has not delivered anything yet. */
  @Test
  void thoseThatHangFailOrAreSlowHoldUpNeitherOthersNorPolls() throws Exception {
    int tenth = Sizes.of(20, 200);
    try (Subscriber subscriber = Subscriber.start();
        ServerProcess server = ServerProcess.packaged(home)) {
      subscribeAll(server, subscriber, 10 * tenth);
      AtomicInteger asked = new AtomicInteger();
      Polls before = new Polls(server).until(() -> asked.incrementAndGet() == POLLS);
      Arrivals arrivals = new Arrivals();
      subscriber.answersDeliveries(arrivals::reply);
      for (int change = 1; change <= CHANGES; change++) {
        String text = "version " + change + " of the text";
        arrivals.await(text);
        long saved = System.nanoTime();
        save(text);
        Polls during = new Polls(server).until(() -> arrivals.nanos.size() == 7 * tenth);
        Duration last = arrivals.last(saved);
        LOG.info(
            "Change {}: {} healthy subscribers had it after {} to {} ms; polls {} ms (before {}),"
                + " slowest {} ms (before {}); {} threads",
            change,
            7 * tenth,
            arrivals.first(saved).toMillis(),
            last.toMillis(),
            during.median().toMillis(),
            before.median().toMillis(),
            during.slowest().toMillis(),
            before.slowest().toMillis(),
            during.threads);
        assertThat(during.threads).isLessThanOrEqualTo(64);
        assertThat(during.median())
            .isLessThan(before.median().multipliedBy(20).plus(Duration.ofMillis(200)));
        assertThat(last).isLessThan(LONGEST);
        subscriber.forget();
      }
    }
  }

  @Test
  void aSavedPostIsWithItsSubscriberSoonHoweverManyPostsThereAre() throws Exception {
    int posts = Sizes.of(100, 10_000);
    int saves = Sizes.of(5, 200);
    for (int count = 0; count < posts; count++) {
      Files.writeString(
          home.resolve("posts/2013-01-01-post-" + count + ".md"),
          "---\ntitle: Post %d\ntags: [tag%d]\n---\nText.\n".formatted(count, count % 50));
    }
    try (Subscriber subscriber = Subscriber.start();
        ServerProcess server = ServerProcess.in(home)) {
      subscribe(server, subscriber.url("/good"));
      within(Sizes.TIME_LIMIT, () -> server.body("/healthz").contains("\"subscriptions\":1"));
      long[] after = new long[saves];
      for (int count = 0; count < saves; count++) {
        String text = "save number " + count + " of them";
        long saved = System.nanoTime();
        save(text);
        within(Sizes.TIME_LIMIT, () -> !healthy(subscriber, text).isEmpty());
        after[count] = healthy(subscriber, text).get(0).nanos() - saved;
        subscriber.forget();
      }
      Arrays.sort(after);
      LOG.info(
          "From save to subscriber with {} posts: median {} ms, 99th percentile {} ms",
          posts,
          after[saves / 2] / 1_000_000,
          after[saves * 99 / 100] / 1_000_000);
      assertThat(Duration.ofNanos(after[saves / 2])).isLessThan(Duration.ofSeconds(5));
    }
  }
}
