package io.github.feedwright.push;

import io.github.feedwright.push.client.CheckedResolver;
import io.github.feedwright.push.client.WebClient;
import io.github.feedwright.push.state.Outcome;
import io.github.feedwright.push.state.Servers;
import io.github.feedwright.push.state.StateFailure;
import io.github.feedwright.push.state.Subscription;
import io.github.feedwright.push.state.Topics;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.settings.push.PushSettings;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.WebSubHub.PushCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Push by one configuration: releases what has changed, and sends what is due.
 *
 * <p>Threads: {@code push} changes it, {@code http} reads the receiver and the counts.
 */
final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  /** How often it is checked which leases are over, and whether other servers are there. */
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

  private static final Duration COUNT = Duration.ofMillis(100);

  /** If this server has been silent for so long, another may send what it had claimed. */
  private static final Duration SILENT = Servers.ALIVE.minus(CHECK_INTERVAL);

  private final Clock clock;
  private final PushState state;
  private final WebClient client;
  private final LiveTopics topics;
  private final PendingRequests pending;
  private final Verifier verifier;
  private final Deliverer deliverer;
  private final Distribution distribution;
  private final Pings pings;
  private final Denials denials;
  private final RequestReceiver receiver;
  private Instant lastCheck = Instant.EPOCH;
  private Instant nextCount = Instant.MIN;
  private boolean alone;
  private volatile PushCounts counts = new PushCounts(0, 0, 0, 0);

  private Session(
      Settings settings,
      PushSettings push,
      Clock clock,
      PushState state,
      WebClient client,
      Executor loop) {
    this.clock = clock;
    this.state = state;
    this.client = client;
    this.topics = new LiveTopics(push.delay(), push.interval());
    this.pending = new PendingRequests(push.limits());
    this.deliverer = new Deliverer(client, push.limits(), clock, loop);
    String hub = settings.ownHub();
    Messages messages = new Messages(hub == null ? "" : hub, push.signature(), clock);
    this.distribution =
        new Distribution(state.deliveries(), topics, deliverer, messages, push.limits());
    this.verifier =
        new Verifier(
            client, state.subscriptions(), pending, topics, clock, loop, distribution::wake);
    this.pings = new Pings(push.external(), state, topics, deliverer, messages);
    this.denials = new Denials(settings.feeds().url(), hub != null, state, topics, deliverer);
    this.receiver =
        new RequestReceiver(
            topics,
            state.subscriptions(),
            pending,
            push.limits(),
            clock,
            request -> loop.execute(() -> verifier.begin(request)));
  }

  /**
   * Opens what push needs for a configuration that has a hub.
   *
   * @param loop runs what it is given on the thread of push, and then {@link #pass}
   * @throws StateFailure if its database cannot be used
   */
  static Session open(
      Settings settings, Clock clock, CheckedResolver.Lookup lookup, Executor loop) {
    PushSettings push = Objects.requireNonNull(settings.push());
    PushState state = PushState.open(push);
    CheckedResolver resolver = new CheckedResolver(push.addresses(), lookup);
    WebClient client = WebClient.start(resolver, push.limits().deliveriesPerHost());
    return new Session(settings, push, clock, state, client, loop);
  }

  /** Where requests come in. */
  RequestReceiver receiver() {
    return receiver;
  }

  PushCounts counts() {
    return counts;
  }

  /**
   * Feeds have changed.
   *
   * @throws StateFailure if the change must be handed over again
   */
  void take(FeedChange change) {
    Instant now = clock.instant();
    Map<String, Topics.Newest> newest = change.all() ? state.topics().newest() : Map.of();
    topics.take(change, newest, now);
    pings.take(change, now);
    if (change.all()) {
      denials.take(newest.keySet());
    }
  }

  /** Push ends: subscribers are notified, unless another server is still a hub. */
  void end() {
    denials.end();
    pings.end();
    // As after a pause: gives back what was not sent yet, and waits to hear from other servers.
    lastCheck = Instant.EPOCH;
  }

  /** Whether there is nothing left to do after the end. */
  boolean isOver() {
    return denials.isOver(clock.instant()) && (deliverer.isIdle() || !denials.areDone());
  }

  /** Whether deliveries are in flight. */
  boolean isBusy() {
    return deliverer.isOpen();
  }

  /**
   * Does what is due now.
   *
   * @return how long there will be nothing else to do, unless something happens
   * @throws StateFailure if the database cannot be used now; it is done at the next pass
   */
  Duration pass() {
    if (deliverer.isToRecord()) {
      settle();
    }
    Instant now = clock.instant();
    if (!now.isBefore(lastCheck.plus(CHECK_INTERVAL))) {
      check(now);
    }
    release(now);
    verifier.retry();
    denials.claim(now);
    if (denials.isHub()) {
      distribution.claim(now);
    }
    pings.claim(now);
    deliverer.send();
    count(now);
    return untilNext(now);
  }

  private void settle() {
    deliverer.record(
        outcomes -> {
          state.deliveries().settle(outcomes);
          distribution.wake();
          for (Outcome each : outcomes) {
            if (each instanceof Outcome.Ended ended) {
              LOG.info("Ended {}: {}", ended.id().substring(0, 8), ended.why());
            }
          }
        });
  }

  private void check(Instant now) {
    for (Subscription each : state.subscriptions().expire(now)) {
      LOG.info("Expired {}: its lease is over", each.id().substring(0, 8));
    }
    for (String id : state.subscriptions().takeDropped()) {
      LOG.info("Ended {}: it was dropped with the command push drop", id.substring(0, 8));
    }
    boolean wasSilent = now.isAfter(lastCheck.plus(SILENT));
    if (wasSilent) {
      deliverer.giveBack();
    }
    alone = state.servers().renew(denials.isHub());
    denials.check(now, wasSilent);
    lastCheck = now;
  }

  private void count(Instant now) {
    if (!now.isBefore(nextCount)) {
      counts = state.subscriptions().counts(pending.size(), topics.waiting());
      nextCount = now.plus(deliverer.isSending() ? CHECK_INTERVAL : COUNT);
    }
  }

  private void release(Instant now) {
    List<Topics.Version> due = topics.due(now, alone);
    if (!due.isEmpty()) {
      topics.markReleased(state.topics().release(due, now), now);
      distribution.wake();
      pings.wake();
    }
  }

  private Duration untilNext(Instant now) {
    Instant next = topics.next();
    Duration wait = deliverer.isSending() ? Deliverer.BRIEF : CHECK_INTERVAL;
    if (next != null && Duration.between(now, next).compareTo(wait) < 0) {
      wait = Duration.between(now, next);
    }
    // Other servers are ahead in what is overdue: it is tried again in a while.
    return wait.isNegative() || wait.isZero() ? Deliverer.BRIEF : wait;
  }

  /** Closes it after the end. If nobody is subscribed any more, nothing is remembered. */
  void finish() {
    if (!denials.areDone()) {
      close();
      return;
    }
    client.close();
    try {
      state.servers().leave();
      state.end();
    } catch (StateFailure e) {
      LOG.warn("push.{}: {}", e.key(), e.getMessage());
    }
  }

  @Override
  public void close() {
    client.close();
    deliverer.giveBack();
    leaveQuietly();
    state.close();
  }

  /** What cannot be recorded is sent once more by the next server. */
  private void leaveQuietly() {
    try {
      settle();
      state.servers().leave();
    } catch (RuntimeException e) {
      LOG.warn("The last deliveries could not be recorded: {}", e.getMessage());
    }
  }
}
