package io.github.feedwright.push;

import io.github.feedwright.push.client.ClientResponse;
import io.github.feedwright.push.client.OutgoingRequest;
import io.github.feedwright.push.client.WebClient;
import io.github.feedwright.push.state.Subscription;
import io.github.feedwright.push.state.Subscription.Kind;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.push.topic.LiveTopics;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks subscribers whether they want what was asked in their name (WebSub, section 5.3).
 *
 * <p>Threads: only {@code push}.
 */
final class Verifier {
  private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);
  private static final int CHALLENGE_BYTES = 32;
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final WebClient client;
  private final Subscriptions subscriptions;
  private final PendingRequests pending;
  private final LiveTopics topics;
  private final Clock clock;
  private final Executor loop;
  private final Runnable confirmed;
  private final SecureRandom random = new SecureRandom();
  private final List<Retry> retries = new ArrayList<>();

  private record Retry(HubRequest request, Instant at) {}

  /**
   * A verifier that has asked nobody yet.
   *
   * @param confirmed called after each subscription that is new or renewed
   */
  Verifier(
      WebClient client,
      Subscriptions subscriptions,
      PendingRequests pending,
      LiveTopics topics,
      Clock clock,
      Executor loop,
      Runnable confirmed) {
    this.client = client;
    this.subscriptions = subscriptions;
    this.pending = pending;
    this.topics = topics;
    this.clock = clock;
    this.loop = loop;
    this.confirmed = confirmed;
  }

  /** Asks the subscriber. */
  void begin(HubRequest request) {
    ask(request, true);
  }

  /** Asks again those that could not be reached some time ago. */
  void retry() {
    Instant now = clock.instant();
    List<Retry> due = retries.stream().filter(each -> !each.at().isAfter(now)).toList();
    retries.removeAll(due);
    due.forEach(each -> ask(each.request(), false));
  }

  private void ask(HubRequest request, boolean mayRetry) {
    if (!pending.isCurrent(request)) {
      return;
    }
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    client.send(
        OutgoingRequest.get(request.callback().with(request.parameters(challenge))),
        () -> {},
        answer -> loop.execute(() -> end(request, challenge, answer, mayRetry)));
  }

  private void end(HubRequest request, String challenge, ClientResponse answer, boolean mayRetry) {
    if (!pending.isCurrent(request)) {
      return;
    }
    if (isConfirmed(answer, challenge)) {
      pending.remove(request);
      confirm(request);
    } else if (mayRetry && answer.mayPass()) {
      retries.add(new Retry(request, clock.instant().plus(RETRY)));
    } else {
      pending.remove(request);
      LOG.debug("Not confirmed by {}: {}", request.callback().shown(), answer.reason());
    }
  }

  private static boolean isConfirmed(ClientResponse answer, String challenge) {
    return answer.isSuccess()
        && answer.failure() == null
        && Arrays.equals(answer.body(), challenge.getBytes(StandardCharsets.US_ASCII));
  }

  private void confirm(HubRequest request) {
    String callback = request.callback().uri().toString();
    if (!request.subscribe()) {
      if (subscriptions.remove(request.topic(), callback)) {
        log("Unsubscribed", request);
      }
      return;
    }
    Instant now = clock.instant();
    Subscription subscription =
        new Subscription(
            Kind.SUBSCRIBER,
            request.topic(),
            callback,
            request.callback().host(),
            request.secret(),
            now.plus(request.lease()),
            request.tag(),
            0);
    String tag = topics.tag(request.topic());
    boolean isNew = subscriptions.put(subscription, tag == null ? request.tag() : tag, now);
    log(isNew ? "Subscribed" : "Renewed", request);
    confirmed.run();
  }

  private static void log(String what, HubRequest request) {
    LOG.info(
        "{} {}: {} to {}",
        what,
        request.id().substring(0, 8),
        request.callback().shown(),
        request.topic());
  }
}
