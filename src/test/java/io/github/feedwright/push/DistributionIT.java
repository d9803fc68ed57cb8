package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.SOON;
import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.push.client.WebClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the answers to deliveries mean, and when the next one is (sections 7 and 8). */
@Timeout(120)
final class DistributionIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path home;
  private Subscriber subscriber;
  private Subscriber control;

  @BeforeEach
  void start() throws Exception {
    subscriber = Subscriber.start();
    control = Subscriber.start();
  }

  @AfterEach
  void stop() {
    subscriber.close();
    control.close();
  }

  private SteppedPush push(String more) {
    return SteppedPush.in(home, SteppedPush.USUAL + more + "}");
  }

  private List<String> texts() {
    return subscriber.deliveries().stream().map(Received::text).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 404, 503})
  void aFailureIsTriedAgainAfterAMinuteAndThenAfterFive(int status) throws Exception {
    try (SteppedPush push = push("")) {
      push.subscribed(subscriber.url("/"));
      subscriber.answersDeliveries(
          each -> Reply.of(status, "Location", subscriber.url("/elsewhere")));
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 1);
      push.settle(control);
      push.pass(MINUTE.minus(SECOND));
      push.settle(control);
      assertThat(texts()).hasSize(1);
      push.pass(SECOND);
      push.until(() -> texts().size() == 2);
      push.settle(control);
      push.pass(MINUTE.multipliedBy(5).minus(SECOND));
      push.settle(control);
      assertThat(texts()).hasSize(2);
      push.pass(SECOND);
      push.until(() -> texts().size() == 3);

      assertThat(subscriber.deliveries()).extracting(Received::path).containsOnly("/");
      assertThat(push.subscription(subscriber.url("/"))).isPresent();
    }
  }

  @Test
  void aFailureIsTriedAgainAtTheNextChangeAndAtTheRenewal() throws Exception {
    try (SteppedPush push = push("")) {
      push.subscribed(subscriber.url("/"));
      subscriber.answersDeliveries(each -> Reply.of(500));
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 1);
      push.settle(control);
      push.publish("/atom.xml", "third");
      push.until(() -> texts().size() == 2);
      push.settle(control);
      subscriber.answersDeliveries(each -> Reply.of(200));
      push.ask("subscribe", subscriber.url("/"));
      push.until(() -> texts().size() == 3);

      assertThat(texts()).containsExactly("second", "third", "third");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoAsksForTimeHasItWhateverChanges(boolean asDate) throws Exception {
    try (SteppedPush push = push("")) {
      push.subscribed(subscriber.url("/"));
      String later =
          DateTimeFormatter.RFC_1123_DATE_TIME.format(
              push.now().plus(Duration.ofHours(2)).atZone(ZoneOffset.UTC));
      subscriber.answersDeliveries(each -> Reply.of(503, "Retry-After", asDate ? later : "7200"));
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 1);
      push.settle(control);
      push.publish("/atom.xml", "third");
      push.pass(Duration.ofHours(2).minus(SECOND));
      push.settle(control);
      assertThat(texts()).containsExactly("second");
      push.pass(SECOND);
      push.until(() -> texts().size() == 2);

      assertThat(texts()).containsExactly("second", "third");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "Wed, 31 Dec 2025 23:59:59 GMT"})
  void whoAsksForLessThanAMinuteHasAMinute(String wait) throws Exception {
    try (SteppedPush push = push("")) {
      push.subscribed(subscriber.url("/"));
      subscriber.answersDeliveries(each -> Reply.of(503, "Retry-After", wait));
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 1);
      push.settle(control);
      push.pass(MINUTE.minus(SECOND));
      push.settle(control);
      assertThat(texts()).containsExactly("second");
      push.pass(SECOND);
      push.until(() -> texts().size() > 1);
      push.settle(control);

      assertThat(texts()).containsExactly("second", "second");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 299})
  void whoeverAnswersWithSuccessHasIt(int status) throws Exception {
    assertThatItIsSentOnceWhere(Reply.of(status));
  }

  /** Asserts that who answers like this gets nothing again, not even a day later. */
  private void assertThatItIsSentOnceWhere(Reply reply) throws Exception {
    try (SteppedPush push = push("")) {
      push.subscribed(subscriber.url("/"));
      subscriber.answersDeliveries(each -> reply);
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 1);
      push.settle(control);
      push.pass(Duration.ofDays(1));
      push.settle(control);

      assertThat(texts()).containsExactly("second");
    }
  }

  @Test
  void aDeliveryIsSignedAsTheConfigurationSays() throws Exception {
    try (SteppedPush push = push(", signature: sha1")) {
      push.subscribed(subscriber.url("/"), "hub.secret", "s3cret");
      push.publish("/atom.xml", "{\"ü\":1}");
      push.until(() -> texts().size() == 1);

      assertThat(subscriber.deliveries().get(0).field("X-Hub-Signature"))
          .isEqualTo("sha1=d4c0eabcc3ba761f70c6873ff70d67d35fbc37fa");
    }
  }

  @Test
  void aLongAnswerIsOneOfSuccessWhoeverNeedsSoMany() throws Exception {
    assertThatItIsSentOnceWhere(Reply.of(200, "x".repeat(1 << 20)));
  }

  @Test
  void whatWaitsForTheIntervalIsDue() throws Exception {
    try (SteppedPush push =
        SteppedPush.in(home, SteppedPush.USUAL.replace("interval: 0ms", "interval: 1m") + "}")) {
      push.subscribed(subscriber.url("/"));
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 1);
      push.settle(control);
      assertThat(push.due()).isZero();
      push.publish("/atom.xml", "third");
      push.settle(control);
      assertThat(texts()).hasSize(1);
      assertThat(push.due()).isEqualTo(1);

      push.pass(MINUTE);
      push.until(() -> texts().size() == 2);
      push.settle(control);
      assertThat(push.due()).isZero();
    }
  }

  @Test
  void aChangeAndBackIsNothingToTell() throws Exception {
    try (SteppedPush push =
        SteppedPush.in(home, "push: {hub: own, allow: [127.0.0.0/8], delay: 1s, interval: 0ms}")) {
      push.subscribed(subscriber.url("/"));
      push.publish("/atom.xml", "second");
      push.publish("/atom.xml", "first");
      push.pass(MINUTE);
      push.settle(control);

      assertThat(texts()).isEmpty();
    }
  }

  @Test
  void toOneHostGoTwoDeliveriesAtATimeAndToOthersMeanwhileTheirs() throws Exception {
    try (SteppedPush push = push("")) {
      for (String each : List.of("/1", "/2", "/3")) {
        push.subscribed(subscriber.url(each));
      }
      push.subscribed(subscriber.url("127.0.0.2", "/other"));
      subscriber.answersDeliveries(
          each ->
              each.path().equals("/other")
                  ? Reply.of(200)
                  : Reply.of(200).later(Duration.ofMillis(500)));
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 4);

      List<Received> there =
          subscriber.deliveries().stream().filter(each -> !each.path().equals("/other")).toList();
      assertThat(Duration.ofNanos(there.get(2).nanos() - there.get(0).nanos()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(500));
      assertThat(subscriber.deliveries().indexOf(there.get(2))).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"\"\", 16", "\", limits: {deliveries: 3}\", 3"})
  void soManyDeliveriesAreSentAtOnceAndThoseThatHangMakeRoomForMore(String limits, int most)
      throws Exception {
    try (SteppedPush push = push(limits)) {
      for (int host = 1; host <= most + 2; host++) {
        push.subscribed(subscriber.url("127.0.0." + host, "/"));
      }
      subscriber.answersDeliveries(each -> Reply.NONE);
      push.publish("/atom.xml", "second");
      within(SOON, () -> texts().size() == most);
      // That a delivery was sent, it would hear of by an event; so all are still being sent.
      push.pass(Duration.ZERO);
      long after = System.nanoTime();
      push.pass(Duration.ofMillis(101));
      within(SOON, () -> texts().size() == most + 2);

      assertThat(subscriber.deliveries().get(most).nanos()).isGreaterThan(after);
    }
  }

  @Test
  void fewConnectionsStayOpenForWhatMayFollowAndNoneAfterAQuestion() throws Exception {
    Duration idle = WebClient.TOTAL.dividedBy(2);
    try (SteppedPush push = push(", limits: {verifications: 1000}")) {
      for (int host = 1; host <= 200; host++) {
        push.subscribed(subscriber.url("127.0.0." + host, "/"));
      }
      within(idle, () -> subscriber.connections() == 0);
      push.publish("/atom.xml", "second");
      push.until(() -> texts().size() == 200);
      push.settle(control);
      within(idle, () -> subscriber.connections() <= 128);
      assertThat(subscriber.connections()).isPositive();
    }
  }

  @Test
  void anExternalHubIsToldUntilItHeardAndAtOnceOfANewFeed() throws Exception {
    String external =
        "push: {hub: [own, \"%s\"], allow: [127.0.0.0/8], delay: 0ms, interval: 0ms}"
            .formatted(subscriber.url("/hub"));
    try (SteppedPush push = SteppedPush.in(home, external)) {
      push.settle(control);
      assertThat(texts()).isEmpty();
      subscriber.answersDeliveries(each -> Reply.of(500));
      push.publish("/atom.xml", "second");
      push.until(() -> topics().equals(List.of("atom")));
      push.settle(control);
      subscriber.answersDeliveries(each -> Reply.of(204));
      push.pass(MINUTE);
      push.until(() -> topics().equals(List.of("atom", "atom")));
      push.settle(control);

      push.pass(MINUTE);
      push.publish("/rss.xml", "first");
      push.until(() -> topics().equals(List.of("atom", "atom", "rss")));
      push.settle(control);
      push.restart(external);
      push.pass(MINUTE);
      push.settle(control);
      assertThat(topics()).containsExactly("atom", "atom", "rss");
    }
  }

  /** Whatever else wakes push meanwhile. */
  @Test
  void anExternalHubIsToldOfOneFeedASecond() throws Exception {
    String external =
        SteppedPush.USUAL.replace("own", "[own, \"%s\"]".formatted(subscriber.url("/hub")))
            + ", limits: {verifications: 1000}}";
    try (SteppedPush push = SteppedPush.in(home, external)) {
      for (String each : List.of("/rss.xml", "/feed.json", "/atom.xml")) {
        push.publish(each, "second");
      }
      for (int second = 1; second <= 3; second++) {
        int told = second;
        push.until(() -> texts().size() == told);
        push.settle(control);
        push.pass(SECOND.minusMillis(1));
        push.settle(control);
        assertThat(texts()).hasSize(told);
        push.pass(Duration.ofMillis(300));
      }
    }
  }

  private List<String> topics() {
    return texts().stream()
        .map(each -> String.valueOf(Received.parameter("hub.topic", each)))
        .map(each -> each.replaceFirst(".*/(\\w+)\\.xml", "$1"))
        .toList();
  }

  @Test
  void aRequestOfWhichNothingIsHeardAnyMoreHasFailed() throws Exception {
    try (SteppedPush push = SteppedPush.in(home, SteppedPush.USUAL + "}");
        Subscriber subscriber = Subscriber.start()) {
      push.subscribed(subscriber.url("/lost"));
      subscriber.answersDeliveries(delivery -> Reply.NONE);
      push.publish("/atom.xml", "second");
      push.until(() -> subscriber.deliveries().size() == 1);

      push.pass(Duration.ofSeconds(21));
      push.pass(Duration.ZERO);

      assertThat(push.subscription(subscriber.url("/lost")).orElseThrow().failures()).isEqualTo(1);
    }
  }
}
