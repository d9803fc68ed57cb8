package io.github.feedwright.push;

import io.github.feedwright.push.state.StateFailure;
import io.github.feedwright.push.state.Subscriptions;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.web.push.WebSubHub.HubAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Receives the requests of subscribers (WebSub, section 5.1), who are asked afterwards.
 *
 * <p>Threads: any of {@code http}.
 */
final class RequestReceiver {
  private static final HubAnswer ACCEPTED =
      new HubAnswer(202, "Accepted. The subscriber is asked to confirm.");
  private static final HubAnswer STARTING =
      new HubAnswer(
          503, "The server is starting. Try again in ten seconds.", Duration.ofSeconds(10));
  private static final HubAnswer FULL =
      new HubAnswer(503, "This hub accepts no more subscriptions now.", Duration.ofHours(1));
  private static final HubAnswer BUSY =
      new HubAnswer(
          503, "Too many requests are waiting. Try again in a minute.", Duration.ofMinutes(1));

  private final LiveTopics topics;
  private final HubForm form;
  private final Subscriptions subscriptions;
  private final PendingRequests pending;
  private final PushLimits limits;
  private final Clock clock;
  private final Consumer<HubRequest> accepted;

  /**
   * A receiver of requests.
   *
   * @param accepted called with each request that is to be confirmed; it does not block
   */
  RequestReceiver(
      LiveTopics topics,
      Subscriptions subscriptions,
      PendingRequests pending,
      PushLimits limits,
      Clock clock,
      Consumer<HubRequest> accepted) {
    this.topics = topics;
    this.form = new HubForm(topics);
    this.subscriptions = subscriptions;
    this.pending = pending;
    this.limits = limits;
    this.clock = clock;
    this.accepted = accepted;
  }

  HubAnswer accept(Map<String, List<String>> fields) {
    if (!topics.isReady()) {
      return STARTING;
    }
    try {
      return accept(form.read(fields));
    } catch (HubForm.Refused e) {
      return e.answer();
    } catch (StateFailure e) {
      return BUSY;
    }
  }

  private HubAnswer accept(HubRequest request) {
    String callback = request.callback().uri().toString();
    boolean isKnown = subscriptions.find(request.topic(), callback).isPresent();
    if (!request.subscribe() && !isKnown) {
      return ACCEPTED;
    }
    if (!isKnown && isFull(request.callback().host())) {
      return FULL;
    }
    if (!pending.add(request, clock.instant())) {
      return BUSY;
    }
    accepted.accept(request);
    return ACCEPTED;
  }

  private boolean isFull(String host) {
    Subscriptions.Taken taken = subscriptions.taken(host);
    return taken.all() + pending.size() >= limits.subscriptions()
        || taken.atHost() + pending.size(host) >= limits.perHost();
  }
}
