package io.github.feedwright.push;

import io.github.feedwright.push.client.ClientResponse;
import io.github.feedwright.push.client.OutgoingRequest;
import io.github.feedwright.push.client.WebClient;
import io.github.feedwright.push.state.DueDelivery;
import io.github.feedwright.push.state.Outcome;
import io.github.feedwright.push.state.Subscription.Kind;
import io.github.feedwright.settings.push.PushLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends claimed deliveries, a few at once. More of them wait here, so that the database is not
 * asked for each. A delivery that was sent and waits for its answer no longer counts: it costs only
 * a socket, so subscribers that hang do not delay others.
 *
 * <p>Threads: only {@code push}.
 */
final class Deliverer {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  /** A delivery that takes longer to send counts as one that waits for its subscriber. */
  static final Duration BRIEF = Duration.ofMillis(100);

  /** Sockets, of which a process has few. */
  private static final int MOST_OPEN = 512;

  /**
   * So many connections stay open for later deliveries, each for a while: they take sockets, too.
   */
  private static final int MOST_KEPT = 128;

  /** A request may take half of this, and then its connection may idle for as long. */
  private static final Duration KEPT = WebClient.TOTAL.multipliedBy(2);

  /** How many deliveries wait here for each one that may be sent at once. */
  private static final int AHEAD = 32;

  /** So many results are recorded together, or fewer when nothing is being sent. */
  private static final int TOGETHER = 32;

  /** What has waited longer is given back: a claim ends, and another server may send it sooner. */
  private static final Duration LONGEST_HELD = Duration.ofSeconds(5);

  /** By then, the HTTP client has reported how a request ended, or it never will. */
  private static final Duration LOST = WebClient.TOTAL.plusSeconds(5);

  private final WebClient client;
  private final PushLimits limits;
  private final Clock clock;
  private final Executor loop;
  private final Set<Delivery> held = new LinkedHashSet<>();
  private final Set<Delivery> heldFailed = new LinkedHashSet<>();
  private final Set<Delivery> sending = new HashSet<>();
  private final Set<Delivery> open = new LinkedHashSet<>();
  private final Map<String, Integer> openAtHost = new HashMap<>();
  private final Deque<Instant> kept = new ArrayDeque<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  /** One delivery; no two are equal. */
  private static final class Delivery {
    private final DueDelivery due;
    private final OutgoingRequest outgoing;
    private final Function<ClientResponse, Outcome> outcome;
    private final Instant since;

    Delivery(
        DueDelivery due,
        OutgoingRequest outgoing,
        Function<ClientResponse, Outcome> outcome,
        Instant since) {
      this.due = due;
      this.outgoing = outgoing;
      this.outcome = outcome;
      this.since = since;
    }

    boolean isOlderThan(Duration age, Instant now) {
      return since.plus(age).isBefore(now);
    }

    boolean hasFailed() {
      return due.failures() > 0;
    }
  }

  Deliverer(WebClient client, PushLimits limits, Clock clock, Executor loop) {
    this.client = client;
    this.limits = limits;
    this.clock = clock;
    this.loop = loop;
  }

  /** How many more it takes; none while many of the last still wait. */
  int capacity() {
    int most = limits.deliveries() * AHEAD;
    int free = most - held.size();
    return free * 2 < most ? 0 : Math.min(free, Math.max(0, MOST_OPEN - open.size()));
  }

  /** Whether it takes those that failed the last time: they leave half of it to the others. */
  boolean takesFailed() {
    long failing = open.stream().filter(Delivery::hasFailed).count();
    return heldFailed.size() < limits.deliveries() && failing < MOST_OPEN / 2;
  }

  /** How many deliveries it has for each host. */
  Map<String, Integer> perHost() {
    Map<String, Integer> counts = new HashMap<>(openAtHost);
    held.forEach(each -> counts.merge(each.due.host(), 1, Integer::sum));
    heldFailed.forEach(each -> counts.merge(each.due.host(), 1, Integer::sum));
    return counts;
  }

  /** Whether some wait for their answer. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Whether it has nothing to do. */
  boolean isIdle() {
    return held.isEmpty() && heldFailed.isEmpty() && open.isEmpty();
  }

  /** Whether some are being sent, so that it may take more very soon. */
  boolean isSending() {
    return !sending.isEmpty();
  }

  /**
   * Takes one that was claimed just now, to send it as soon as it may be sent.
   *
   * @param outcome what its answer means
   */
  void add(DueDelivery due, OutgoingRequest outgoing, Function<ClientResponse, Outcome> outcome) {
    Delivery next = new Delivery(due, outgoing, outcome, clock.instant());
    (next.hasFailed() ? heldFailed : held).add(next);
  }

  /** Sends what may be sent: to each host a few at once, and those first that have not failed. */
  void send() {
    Instant now = clock.instant();
    endLost(now);
    giveBack(each -> each.isOlderThan(LONGEST_HELD, now));
    sending.removeIf(each -> each.isOlderThan(BRIEF, now));
    send(held, now);
    send(heldFailed, now);
  }

  private void send(Set<Delivery> waiting, Instant now) {
    Iterator<Delivery> all = waiting.iterator();
    while (all.hasNext() && sending.size() < limits.deliveries() && open.size() < MOST_OPEN) {
      Delivery next = all.next();
      if (openAtHost.getOrDefault(next.due.host(), 0) < limits.deliveriesPerHost()) {
        all.remove();
        begin(new Delivery(next.due, next.outgoing, next.outcome, now));
      }
    }
  }

  private void begin(Delivery delivery) {
    sending.add(delivery);
    open.add(delivery);
    openAtHost.merge(delivery.due.host(), 1, Integer::sum);
    client.send(
        isKept(delivery.since) ? delivery.outgoing : delivery.outgoing.last(),
        () -> loop.execute(() -> sending.remove(delivery)),
        answer -> loop.execute(() -> end(delivery, answer)));
  }

  /** Whether a connection that is used from now on may stay open. */
  private boolean isKept(Instant now) {
    kept.removeIf(each -> each.plus(KEPT).isBefore(now));
    return kept.size() < MOST_KEPT && kept.add(now);
  }

  /** The open ones are in the order in which they began. */
  private void endLost(Instant now) {
    while (!open.isEmpty() && open.iterator().next().isOlderThan(LOST, now)) {
      end(
          open.iterator().next(),
          new ClientResponse(0, null, new byte[0], new TimeoutException("never ended")));
    }
  }

  /** Gives back all that have not been sent: their claims may be over. */
  void giveBack() {
    giveBack(each -> true);
  }

  private void giveBack(Predicate<Delivery> which) {
    for (Set<Delivery> waiting : List.of(held, heldFailed)) {
      for (Delivery each : waiting.stream().filter(which).toList()) {
        outcomes.add(new Outcome.Unsent(each.due.id()));
        waiting.remove(each);
      }
    }
  }

  private void end(Delivery delivery, ClientResponse answer) {
    sending.remove(delivery);
    if (!open.remove(delivery)) {
      return;
    }
    openAtHost.computeIfPresent(delivery.due.host(), (host, count) -> count > 1 ? count - 1 : null);
    Outcome outcome = delivery.outcome.apply(answer);
    outcomes.add(outcome);
    if (outcome instanceof Outcome.Failed failed && !delivery.hasFailed()) {
      LOG.info(
          "A {} {} failed: {}; trying again until it succeeds, next at {}",
          what(delivery),
          delivery.due.id().substring(0, 8),
          answer.reason(),
          failed.nextTry().truncatedTo(ChronoUnit.SECONDS));
    } else if (outcome instanceof Outcome.Acked && delivery.hasFailed()) {
      LOG.info("A {} {} succeeded again", what(delivery), delivery.due.id().substring(0, 8));
    }
  }

  private static String what(Delivery delivery) {
    return delivery.due.kind() == Kind.HUB ? "ping of" : "delivery to";
  }

  /** Whether it is worth a transaction to record how deliveries have ended. */
  boolean isToRecord() {
    return outcomes.size() >= TOGETHER || (sending.isEmpty() && !outcomes.isEmpty());
  }

  /**
   * Records how deliveries have ended since the last time, if some have.
   *
   * @param record records them; if it throws, they are recorded the next time
   */
  void record(Consumer<List<Outcome>> record) {
    if (!outcomes.isEmpty()) {
      record.accept(List.copyOf(outcomes));
      outcomes.clear();
    }
  }
}
