package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.FEEDS;
import static io.github.feedwright.push.PushSite.SOON;
import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The hub with subscribers that answer as some do, and the passing of time. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class HubIT {
  @TempDir private Path home;
  private final PassingClock clock = new PassingClock();
  private PushSite site;
  private Subscriber subscriber;

  @BeforeEach
  void start() throws Exception {
    PushSite.write(home.resolve("site"), "quiet", "Quiet", "never changed", "quiet");
    site = PushSite.in(home.resolve("site"), PushSite.push(""), clock);
    subscriber = Subscriber.start();
  }

  @AfterEach
  void stop() {
    subscriber.close();
    site.close();
  }

  /** A change of which another subscriber hears: so all that was to be sent before it was sent. */
  private void settle() throws Exception {
    try (Subscriber control = Subscriber.start()) {
      site.subscribed(control.url("/control"), "/atom.xml");
      site.save("one", "the text of a change for the control");
      within(SOON, () -> !control.deliveries().isEmpty());
      site.ask("unsubscribe", control.url("/control"), "/atom.xml");
      within(SOON, () -> !site.isSubscribed(control.url("/control"), "/atom.xml"));
    }
  }

  private List<Received> deliveries(String text) {
    return subscriber.deliveries().stream().filter(each -> each.text().contains(text)).toList();
  }

  @Test
  void theQueryOfTheCallbackIsKeptAndTheTokenIsSentBack() throws Exception {
    site.subscribed(subscriber.url("/cb?a=1&hub.mode=x"), "/rss.xml", "hub.verify_token=abc");

    assertThat(subscriber.questions().get(0).target())
        .startsWith("/cb?a=1&hub.mode=x&hub.mode=subscribe&hub.topic=")
        .endsWith("&hub.lease_seconds=864000&hub.verify_token=abc");
    site.save("one", "second");
    within(SOON, () -> !subscriber.deliveries().isEmpty());
    assertThat(subscriber.deliveries().get(0).target()).isEqualTo("/cb?a=1&hub.mode=x");
  }

  @Test
  void onlyTheChallengeByteForByteConfirms() throws Exception {
    subscriber.answers(
        each ->
            switch (each.path()) {
              case "/newline" -> Reply.of(200, each.parameter("hub.challenge") + "\n");
              case "/redirect" -> Reply.of(302, "Location", subscriber.url("/right"));
              case "/missing" -> Reply.of(404);
              default -> Reply.confirming(each);
            });
    for (String each : List.of("/newline", "/redirect", "/missing")) {
      assertThat(site.subscribe(subscriber.url(each), "/rss.xml").statusCode()).isEqualTo(202);
    }
    within(SOON, () -> subscriber.questions().size() == 3);
    site.subscribed(subscriber.url("/right"), "/rss.xml");
    within(SOON, () -> site.counts("subscriptions") == 1 && site.counts("pending") == 0);
    assertThat(site.isSubscribed(subscriber.url("/newline"), "/rss.xml")).isFalse();
  }

  @Test
  void whatHappensWhileASubscriberIsDownIsOneDeliveryOfTheLast() throws Exception {
    site.subscribed(subscriber.url("/down"), "/rss.xml");
    subscriber.answersDeliveries(each -> Reply.of(500));
    for (String text : List.of("second", "third", "fourth")) {
      site.save("one", text);
      within(SOON, () -> !deliveries(text).isEmpty());
    }
    within(SOON, () -> site.counts("failing") == 1);
    subscriber.forget();
    subscriber.answersDeliveries(each -> Reply.of(200));
    clock.pass(Duration.ofDays(1));
    within(SOON, () -> site.counts("due") == 0 && site.counts("failing") == 0);

    assertThat(subscriber.deliveries()).hasSize(1);
    assertThat(deliveries("fourth")).hasSize(1);
  }

  @Test
  void whoAnswers410IsForgottenAndWhoFailsUntilTheEndOfItsLeaseToo() throws Exception {
    site.subscribed(subscriber.url("/gone"), "/rss.xml");
    site.subscribed(subscriber.url("/failing"), "/rss.xml");
    subscriber.answersDeliveries(each -> Reply.of(each.path().equals("/gone") ? 410 : 500));
    site.save("one", "second");

    within(SOON, () -> !site.isSubscribed(subscriber.url("/gone"), "/rss.xml"));
    clock.pass(Duration.ofDays(9));
    within(SOON, () -> subscriber.deliveries().size() > 2);
    assertThat(site.isSubscribed(subscriber.url("/failing"), "/rss.xml")).isTrue();
    clock.pass(Duration.ofDays(2));
    within(SOON, () -> !site.isSubscribed(subscriber.url("/failing"), "/rss.xml"));
  }

  @Test
  void noCookieIsSentBack() throws Exception {
    site.subscribed(subscriber.url("/one"), "/rss.xml");
    subscriber.answersDeliveries(each -> Reply.of(200, "Set-Cookie", "reader=1; Path=/"));
    site.save("one", "second");
    within(SOON, () -> deliveries("second").size() == 1);
    site.save("one", "third");
    within(SOON, () -> deliveries("third").size() == 1);

    assertThat(subscriber.received()).allMatch(each -> each.field("cookie") == null);
  }

  @Test
  void whoAsksForTimeGetsIt() throws Exception {
    site.subscribed(subscriber.url("/busy"), "/rss.xml");
    subscriber.answersDeliveries(each -> Reply.of(429, "Retry-After", "60"));
    site.save("one", "second");
    within(SOON, () -> subscriber.deliveries().size() == 1);
    settle();
    assertThat(subscriber.deliveries()).hasSize(1);
    subscriber.answersDeliveries(each -> Reply.of(200));
    clock.pass(Duration.ofSeconds(61));

    within(SOON, () -> subscriber.deliveries().size() == 2);
  }

  @Test
  void ofNineFeedsThatASaveChangesOnlyTheSubscribedIsSent() throws Exception {
    PushSite.write(home.resolve("site"), "one", "one", "first", "a", "b");
    within(SOON, () -> site.get("/tags/b/rss.xml").statusCode() == 200);
    site.subscribed(subscriber.url("/a"), "/tags/a/rss.xml");
    site.subscribed(subscriber.url("/quiet"), "/tags/quiet/rss.xml");
    long saved = System.nanoTime();
    site.save("one", "second", "a", "b");
    within(SOON, () -> !subscriber.deliveries().isEmpty());
    assertThat(subscriber.deliveries().get(0).nanos() - saved)
        .isLessThan(Duration.ofSeconds(5).toNanos());
    settle();

    assertThat(subscriber.deliveries()).extracting(Received::path).containsOnly("/a");
    assertThat(deliveries("second")).hasSize(1);
  }

  @Test
  void aRestartWithoutChangesSendsNothingAndOneAfterAChangeThatOnly() throws Exception {
    site.subscribed(subscriber.url("/one"), "/rss.xml");
    site.subscribed(subscriber.url("/quiet"), "/tags/quiet/rss.xml");
    subscriber.forget();
    site.restart();
    within(SOON, () -> site.counts("subscriptions") == 2);
    assertThat(subscriber.received()).isEmpty();

    site.close();
    site.save("one", "changed in between");
    site.open();
    within(SOON, () -> !subscriber.received().isEmpty());
    settle();
    assertThat(subscriber.received()).extracting(Received::path).containsOnly("/one");
  }

  @Test
  void subscribersOfAHubThatIsSwitchedOffAreToldSo() throws Exception {
    site.subscribed(subscriber.url("/one"), "/rss.xml");
    subscriber.forget();
    site.configure("");
    within(SOON, () -> !subscriber.questions().isEmpty());

    Received denial = subscriber.questions().get(0);
    assertThat(denial.parameter("hub.mode")).isEqualTo("denied");
    assertThat(denial.parameter("hub.topic")).isEqualTo(FEEDS + "/rss.xml");
    assertThat(denial.parameter("hub.reason")).isEqualTo("This hub has ended.");
    within(SOON, () -> site.form("hub.mode=subscribe").statusCode() == 405);
    HttpResponse<String> feed = site.get("/rss.xml");
    assertThat(feed.body()).doesNotContain("rel=\"hub\"");
    assertThat(feed.headers().allValues("Link")).noneMatch(each -> each.contains("hub"));
    Path state = home.resolve("site/.feedwright");
    within(SOON, () -> Files.notExists(state));
    assertThat(site.get("/healthz").body()).doesNotContain("\"push\"");
  }

  @Test
  void aSubscriberThatIsJustBeingSentAChangeIsToldOfTheEndAfterIt() throws Exception {
    site.subscribed(subscriber.url("/slow"), "/rss.xml");
    subscriber.forget();
    subscriber.answersDeliveries(each -> Reply.of(200).later(Duration.ofSeconds(3)));
    site.save("one", "second");
    within(SOON, () -> !deliveries("second").isEmpty());
    site.configure("");
    within(SOON, () -> Files.notExists(home.resolve("site/.feedwright")));

    assertThat(subscriber.questions())
        .extracting(each -> each.parameter("hub.mode"))
        .containsExactly("denied");
  }

  @Test
  void aConfigurationThatCannotBeUsedIsReplacedByTheNext() throws Exception {
    site.configure(PushSite.push(", database: \"jdbc:postgresql://database.invalid/feeds\""));
    within(SOON, () -> site.form("hub.mode=none").statusCode() == 405);
    site.configure(PushSite.push(""));

    within(SOON, () -> site.form("hub.mode=none").statusCode() == 400);
  }

  @Test
  void aHubThatIsFullSaysWhenToTryAgain() throws Exception {
    site.subscribed(subscriber.url("/one"), "/rss.xml");
    site.configure(PushSite.push("").replace("verifications: 1000", "subscriptions: 1"));
    AtomicInteger requests = new AtomicInteger();

    within(
        SOON,
        () -> {
          String late = subscriber.url("/late/" + requests.incrementAndGet());
          HttpResponse<String> answer = site.subscribe(late, "/rss.xml");
          return answer.statusCode() == 503
              && answer.headers().firstValue("Retry-After").equals(Optional.of("3600"));
        });
  }

  @Test
  void aRequestThatCannotBeIsAnsweredWithWhatIsWrong() throws Exception {
    String topic = "&hub.topic=" + PushSite.encode(FEEDS + "/rss.xml");
    for (String callback :
        List.of(
            "",
            "/cb",
            "ftp://a.example/",
            "http://u@a.example/",
            "http://a.example/#f",
            "http://127.1/",
            "http://a_b.example/",
            "http://a.example:25/",
            "http://ä.example/")) {
      HttpResponse<String> answer =
          site.form("hub.mode=subscribe&hub.callback=" + PushSite.encode(callback) + topic);
      assertThat(answer.statusCode()).as(callback).isEqualTo(400);
      assertThat(answer.body()).startsWith("hub.callback is the absolute http or https address");
    }
    HttpResponse<String> guessed = site.subscribe(subscriber.url("/"), "/feed/");
    assertThat(guessed.statusCode()).isEqualTo(400);
    assertThat(guessed.body().strip())
        .isEqualTo("You may only subscribe to " + FEEDS + "/rss.xml for this feed.");
    String secret = "hub.secret=" + "s".repeat(200);
    assertThat(site.subscribe(subscriber.url("/"), "/rss.xml", secret).statusCode()).isEqualTo(400);
    assertThat(site.form("hub.mode=publish").statusCode()).isEqualTo(400);
    HttpResponse<String> tooLarge = site.form("x=" + "y".repeat(8192));
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(tooLarge.headers().firstValue("Connection")).hasValue("close");
    assertThat(site.unmeasured("x=" + "y".repeat(8192)).statusCode()).isEqualTo(413);
    assertThat(site.unmeasured("hub.mode=publish").statusCode()).isEqualTo(400);
    assertThat(site.form("hub.mode=%zz").statusCode()).isEqualTo(400);
    assertThat(site.post("application/json", "{}").statusCode()).isEqualTo(415);
    assertThat(site.post(null, "").statusCode()).isEqualTo(415);
    assertThat(site.get("/hub").statusCode()).isEqualTo(405);
    assertThat(site.ask("unsubscribe", subscriber.url("/"), "/rss.xml").statusCode())
        .isEqualTo(202);
    assertThat(subscriber.received()).isEmpty();
  }

  @Test
  void anExternalHubIsToldOnceOfEachTopicByBothNames() throws Exception {
    try (Subscriber hub = Subscriber.start()) {
      site.configure(
          "push: {hub: [\"%s\"], allow: [127.0.0.0/8], delay: 0ms, interval: 0ms}\n"
              .formatted(hub.url("/hub")));
      within(SOON, () -> site.get("/rss.xml").body().contains(hub.url("/hub")));
      site.save("one", "second");
      within(SOON, () -> hub.deliveries().size() == 3);

      assertThat(hub.deliveries().stream().map(Received::text))
          .allMatch(each -> each.startsWith("hub.mode=publish&hub.url="))
          .allSatisfy(
              each ->
                  assertThat(Received.parameter("hub.url", each))
                      .isEqualTo(Received.parameter("hub.topic", each)))
          .extracting(each -> Received.parameter("hub.topic", each))
          .containsExactlyInAnyOrder(FEEDS + "/rss.xml", FEEDS + "/atom.xml", FEEDS + "/feed.json");
      List<Received> pings = hub.deliveries();
      assertThat(pings.get(2).nanos() - pings.get(0).nanos())
          .isGreaterThan(Duration.ofMillis(1900).toNanos());
    }
  }
}
