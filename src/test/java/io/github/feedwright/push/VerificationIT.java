package io.github.feedwright.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.push.client.CheckedResolver.Lookup;
import io.github.feedwright.push.state.Subscription;
import io.github.feedwright.web.push.WebSubHub.HubAnswer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests: verification, renewal, denial, limits (sections 5.1 to 5.3). */
@Timeout(120)
final class VerificationIT {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

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

  private static SteppedPush push(Path home, String more) {
    return SteppedPush.in(home, SteppedPush.USUAL + more + "}");
  }

  private static void assertBusy(HubAnswer answer, Duration retryAfter) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.retryAfter()).isEqualTo(retryAfter);
  }

  @Test
  void whoHasATroubleOfItsOwnIsAskedOnceMoreAfterHalfAMinute() throws Exception {
    try (SteppedPush push = push(home, "")) {
      subscriber.answers(each -> Reply.of(503));
      push.ask("subscribe", subscriber.url("/"));
      push.until(() -> subscriber.questions().size() == 1);
      push.settle(control);
      push.pass(HALF_A_MINUTE.minusSeconds(1));
      push.settle(control);
      assertThat(subscriber.questions()).hasSize(1);
      assertThat(push.pending()).isEqualTo(1);

      push.pass(Duration.ofSeconds(1));
      push.until(() -> subscriber.questions().size() == 2 && push.pending() == 0);
      push.pass(HALF_A_MINUTE);
      push.settle(control);
      assertThat(subscriber.questions()).hasSize(2);
      assertThat(push.subscription(subscriber.url("/"))).isEmpty();
    }
  }

  @Test
  void whoConfirmsWhenAskedOnceMoreIsSubscribed() throws Exception {
    try (SteppedPush push = push(home, "")) {
      subscriber.answers(each -> Reply.of(500));
      push.ask("subscribe", subscriber.url("/"));
      push.until(() -> subscriber.questions().size() == 1);
      push.settle(control);
      subscriber.answers(Reply::confirming);
      push.pass(HALF_A_MINUTE);

      push.until(() -> push.subscription(subscriber.url("/")).isPresent());
    }
  }

  /** First its name is not known, or nobody listens at its address. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoCouldNotBeReachedIsAskedOnceMoreAfterHalfAMinute(boolean isKnown) throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    Lookup lookup =
        host -> {
          if (!host.equals("reader.example.org")) {
            return Lookup.SYSTEM.of(host);
          }
          boolean isFirst = lookups.incrementAndGet() == 1;
          if (isFirst && !isKnown) {
            throw new UnknownHostException(host);
          }
          return List.of(InetAddress.getByName(isFirst ? "127.0.0.3" : "127.0.0.2"));
        };
    try (SteppedPush push = SteppedPush.in(home, SteppedPush.USUAL + "}", lookup);
        Subscriber reader = Subscriber.at("127.0.0.2")) {
      String callback = reader.url("reader.example.org", "/");
      push.ask("subscribe", callback);
      push.until(() -> lookups.get() == 1);
      push.settle(control);
      push.pass(HALF_A_MINUTE.minusSeconds(1));
      push.settle(control);
      assertThat(lookups).hasValue(1);
      assertThat(push.subscription(callback)).isEmpty();

      push.pass(HALF_A_MINUTE);
      push.until(() -> push.subscription(callback).isPresent());
      assertThat(lookups).hasValue(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 404})
  void whoAnswersAnythingElseIsNotAskedAgain(int status) throws Exception {
    try (SteppedPush push = push(home, "")) {
      subscriber.answers(each -> Reply.of(status, "Location", subscriber.url("/elsewhere")));
      push.ask("subscribe", subscriber.url("/"));
      push.until(() -> subscriber.questions().size() == 1 && push.pending() == 0);
      push.pass(HALF_A_MINUTE);
      push.settle(control);

      assertThat(subscriber.received()).hasSize(1);
      assertThat(push.subscription(subscriber.url("/"))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"200, true", "202, true", "299, true", "302, false", "404, false", "500, false"})
  void theChallengeConfirmsWithAStatusOfSuccessAndNoOther(int status, boolean confirms)
      throws Exception {
    try (SteppedPush push = push(home, "")) {
      subscriber.answers(each -> Reply.of(status, String.valueOf(each.parameter("hub.challenge"))));
      push.ask("subscribe", subscriber.url("/"));
      push.until(() -> subscriber.questions().size() == 1);
      push.settle(control);

      assertThat(push.subscription(subscriber.url("/")).isPresent()).isEqualTo(confirms);
    }
  }

  @Test
  void anAddressInsideIsLookedUpOnce() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    Lookup lookup =
        host -> {
          if (!host.equals("inside.example.org")) {
            return Lookup.SYSTEM.of(host);
          }
          lookups.incrementAndGet();
          return List.of(InetAddress.getByName("10.0.0.1"));
        };
    try (SteppedPush push = SteppedPush.in(home, SteppedPush.USUAL + "}", lookup)) {
      assertThat(push.ask("subscribe", "http://inside.example.org/").status()).isEqualTo(202);
      push.until(() -> lookups.get() == 1 && push.pending() == 0);
      push.pass(HALF_A_MINUTE);
      push.settle(control);

      assertThat(lookups).hasValue(1);
    }
  }

  @Test
  void aChallengeIsForOneQuestion() throws Exception {
    try (SteppedPush push = push(home, "")) {
      push.subscribed(subscriber.url("/first"));
      String used =
          Objects.requireNonNull(subscriber.questions().get(0).parameter("hub.challenge"));
      subscriber.answers(each -> Reply.of(200, used));
      push.ask("subscribe", subscriber.url("/second"));
      push.until(() -> subscriber.questions().size() == 2 && push.pending() == 0);

      assertThat(push.subscription(subscriber.url("/second"))).isEmpty();
      assertThat(subscriber.questions())
          .extracting(each -> each.parameter("hub.challenge"))
          .doesNotHaveDuplicates()
          .allSatisfy(each -> assertThat(each).matches("[\\w-]{43}"));
    }
  }

  /** Else anybody who knows its address could change or end a subscription. */
  @Test
  void aRequestThatIsNotConfirmedChangesNothing() throws Exception {
    String callback = subscriber.url("/");
    try (SteppedPush push = push(home, "")) {
      push.subscribed(callback, "hub.secret", "the first");
      Subscription before = push.subscription(callback).orElseThrow();
      subscriber.answers(each -> Reply.of(404));
      push.pass(Duration.ofDays(1));
      push.ask("subscribe", callback, "hub.secret", "the second", "hub.lease_seconds", "999999");
      push.until(() -> subscriber.questions().size() == 2 && push.pending() == 0);
      push.ask("unsubscribe", callback);
      push.until(() -> subscriber.questions().size() == 3 && push.pending() == 0);

      assertThat(push.subscription(callback)).hasValue(before);
    }
  }

  @Test
  void aRenewalReplacesSecretAndLease() throws Exception {
    String callback = subscriber.url("/");
    try (SteppedPush push = push(home, "")) {
      push.subscribed(callback, "hub.secret", "the first");
      push.pass(Duration.ofDays(1));
      push.ask("subscribe", callback, "hub.secret", "the second", "hub.lease_seconds", "864001");
      push.until(() -> "the second".equals(push.subscription(callback).orElseThrow().secret()));
      assertThat(push.subscription(callback).orElseThrow().leaseEnds())
          .isAfter(push.now().plus(Duration.ofDays(10)));
      push.ask("subscribe", callback);
      push.until(() -> push.subscription(callback).orElseThrow().secret() == null);

      push.publish("/atom.xml", "second");
      push.until(() -> !subscriber.deliveries().isEmpty());
      assertThat(subscriber.deliveries().get(0).field("X-Hub-Signature")).isNull();
      assertThat(subscriber.deliveries()).hasSize(1);
    }
  }

  /** What it asked about is the version of that moment. */
  @Test
  void aChangeBeforeTheConfirmationIsDelivered() throws Exception {
    try (SteppedPush push = push(home, "")) {
      push.ask("subscribe", subscriber.url("/"));
      push.publish("/atom.xml", "second");
      push.until(() -> !subscriber.deliveries().isEmpty());

      assertThat(subscriber.deliveries()).extracting(Received::text).containsExactly("second");
    }
  }

  @Test
  void subscribersOfAFeedThatIsGoneAreToldSoAndForgotten() throws Exception {
    String callback = subscriber.url("/cb?a=1");
    try (SteppedPush push = push(home, "")) {
      push.publish("/rss.xml", "stays");
      push.subscribed(callback);
      subscriber.answers(each -> Reply.of(500));
      subscriber.forget();
      push.end("/atom.xml");
      push.until(() -> push.subscription(callback).isEmpty());

      assertThat(subscriber.received()).hasSize(1);
      Received denial = subscriber.questions().get(0);
      assertThat(denial.target()).startsWith("/cb?a=1&hub.mode=denied&hub.topic=");
      assertThat(denial.parameter("hub.topic")).isEqualTo(PushSite.FEEDS + "/atom.xml");
      assertThat(denial.parameter("hub.reason")).isEqualTo("This feed is gone.");
    }
  }

  @Test
  void subscribersAreToldSoWhereOtherHubsAreLeft() throws Exception {
    try (SteppedPush push = push(home, "")) {
      push.subscribed(subscriber.url("/"));
      subscriber.forget();
      push.restart(SteppedPush.USUAL.replace("own", control.url("/hub")) + "}");
      push.until(() -> push.subscription(subscriber.url("/")).isEmpty());

      assertThat(subscriber.received()).hasSize(1);
      Received denial = subscriber.questions().get(0);
      assertThat(denial.parameter("hub.mode")).isEqualTo("denied");
      assertThat(denial.parameter("hub.reason")).isEqualTo("This hub has ended.");
    }
  }

  /** It may come back, as after a mistake; until then its subscriber can end it. */
  @Test
  void aFeedThatIsOnlyMissingKeepsItsSubscribersWhoCanStillUnsubscribe() throws Exception {
    String callback = subscriber.url("/");
    try (SteppedPush push = push(home, "")) {
      push.publish("/rss.xml", "stays");
      push.subscribed(callback);
      push.miss("/atom.xml");
      assertThat(push.ask("subscribe", callback).text())
          .isEqualTo("You may only subscribe to https://feeds.example.org/rss.xml for this feed.");
      assertThat(push.subscription(callback)).isPresent();

      assertThat(push.ask("unsubscribe", callback).status()).isEqualTo(202);
      push.until(() -> push.subscription(callback).isEmpty());
      assertThat(subscriber.questions()).hasSize(2);
    }
  }

  @Test
  void aSubscriptionAboveTheLimitsIsPutOffAndARenewalIsNot() throws Exception {
    Duration anHour = Duration.ofHours(1);
    try (SteppedPush push = push(home, ", limits: {subscriptions: 3, per-host: 2}")) {
      push.subscribed(subscriber.url("/1"));
      push.ask("subscribe", subscriber.url("/2"));
      assertBusy(push.ask("subscribe", subscriber.url("/3")), anHour);
      push.until(() -> push.subscription(subscriber.url("/2")).isPresent());
      assertBusy(push.ask("subscribe", subscriber.url("/3")), anHour);
      push.subscribed(subscriber.url("127.0.0.2", "/4"));
      assertBusy(push.ask("subscribe", subscriber.url("127.0.0.3", "/5")), anHour);

      assertThat(push.ask("subscribe", subscriber.url("/1")).status()).isEqualTo(202);
      assertThat(push.ask("unsubscribe", subscriber.url("/2")).status()).isEqualTo(202);
      push.until(() -> push.subscription(subscriber.url("/2")).isEmpty() && push.pending() == 0);
      push.subscribed(subscriber.url("/3"));
    }
  }

  @Test
  void moreRequestsThanMayWaitArePutOffForAMinute() throws Exception {
    Duration minute = Duration.ofMinutes(1);
    try (SteppedPush push = push(home, ", limits: {pending: 2, verifications: 3}")) {
      push.ask("subscribe", subscriber.url("/1"));
      push.ask("subscribe", subscriber.url("127.0.0.2", "/2"));
      assertBusy(push.ask("subscribe", subscriber.url("127.0.0.3", "/3")), minute);
      push.until(() -> push.pending() == 0);
      push.subscribed(subscriber.url("/4"));
      push.subscribed(subscriber.url("/5"));
      assertBusy(push.ask("subscribe", subscriber.url("/6")), minute);
      assertBusy(push.ask("unsubscribe", subscriber.url("/5")), minute);
      push.pass(minute);

      push.subscribed(subscriber.url("/6"));
    }
  }
}
