package io.github.feedwright.push;

import io.github.feedwright.push.client.Answer;
import io.github.feedwright.push.client.Outgoing;
import io.github.feedwright.push.client.WebClient;
import io.github.feedwright.push.state.Due;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, a few at once. One that was sent and waits for its answer is not among them
 * any more: it costs nothing but a socket, so that subscribers that hang hold up no other.
 *
 * <p>Threads: only {@code push}.
 */
final class Deliverer {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

  /** One that takes longer to be sent is waiting for its subscriber as well. */
  static final Duration BRIEF = Duration.ofMillis(100);

  /** Sockets, of which a process has few. */
  private static final int MOST_OPEN = 512;

  /** What has waited longer may soon be another server's to send. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final WebClient client;
  private final PushLimits limits;
  private final Clock clock;
  private final Executor loop;
  private final Set<InFlight> sending = new HashSet<>();
  private final Map<String, Integer> open = new HashMap<>();
  private final Deque<InFlight> held = new ArrayDeque<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private int openAtAll;

  /** One delivery. Each is itself alone. */
  private static final class InFlight {
    private final Due due;
    private final Outgoing outgoing;
    private final Function<Answer, Outcome> outcome;
    private final Instant begun;

    InFlight(Due due, Outgoing outgoing, Function<Answer, Outcome> outcome, Instant begun) {
      this.due = due;
      this.outgoing = outgoing;
      this.outcome = outcome;
      this.begun = begun;
    }
  }

  Deliverer(WebClient client, PushLimits limits, Clock clock, Executor loop) {
    this.client = client;
    this.limits = limits;
    this.clock = clock;
    this.loop = loop;
  }

  /** How many more may be sent now. */
  int room() {
    Instant now = clock.instant();
    sending.removeIf(each -> each.begun.plus(BRIEF).isBefore(now));
    int free = Math.min(limits.deliveries() - sending.size(), MOST_OPEN - openAtAll);
    return Math.max(0, free - held.size());
  }

  /** The hosts to which nothing more may be sent now. */
  Set<String> busy() {
    Set<String> busy = new HashSet<>();
    open.forEach(
        (host, count) -> {
          if (count >= limits.deliveriesPerHost()) {
            busy.add(host);
          }
        });
    return busy;
  }

  /** How many wait for their answer. */
  int open() {
    return openAtAll;
  }

  /** Whether some are being sent, so that there may be room again very soon. */
  boolean isSending() {
    return !sending.isEmpty();
  }

  /**
   * Sends one that was claimed just now, or as soon as its host may be sent more.
   *
   * @param outcome what its answer means
   */
  void send(Due due, Outgoing outgoing, Function<Answer, Outcome> outcome) {
    held.addLast(new InFlight(due, outgoing, outcome, clock.instant()));
  }

  /** Sends what may be sent. */
  void sendHeld() {
    Instant now = clock.instant();
    held.removeIf(each -> each.begun.plus(FRESH).isBefore(now));
    List<InFlight> stay = new ArrayList<>();
    while (!held.isEmpty()) {
      InFlight next = held.removeFirst();
      if (open.getOrDefault(next.due.host(), 0) < limits.deliveriesPerHost()) {
        begin(next, now);
      } else {
        stay.add(next);
      }
    }
    held.addAll(stay);
  }

  private void begin(InFlight held, Instant now) {
    InFlight delivery = new InFlight(held.due, held.outgoing, held.outcome, now);
    sending.add(delivery);
    open.merge(delivery.due.host(), 1, Integer::sum);
    openAtAll++;
    client.send(
        delivery.outgoing,
        () -> loop.execute(() -> sending.remove(delivery)),
        answer -> loop.execute(() -> end(delivery, answer)));
  }

  private void end(InFlight delivery, Answer answer) {
    sending.remove(delivery);
    open.computeIfPresent(delivery.due.host(), (host, count) -> count == 1 ? null : count - 1);
    openAtAll--;
    Outcome outcome = delivery.outcome.apply(answer);
    outcomes.add(outcome);
    if (outcome instanceof Outcome.Failed failed && delivery.due.failures() == 0) {
      LOG.info(
          "A {} {} failed: {}; trying again until it succeeds, next at {}",
          what(delivery),
          delivery.due.id().substring(0, 8),
          answer.reason(),
          failed.nextTry().truncatedTo(ChronoUnit.SECONDS));
    } else if (outcome instanceof Outcome.Acked && delivery.due.failures() > 0) {
      LOG.info("A {} {} succeeded again", what(delivery), delivery.due.id().substring(0, 8));
    }
  }

  private static String what(InFlight delivery) {
    return delivery.due.kind() == Kind.HUB ? "ping of" : "delivery to";
  }

  /** How deliveries have ended; whoever has recorded that clears the list. */
  List<Outcome> outcomes() {
    return outcomes;
  }
}
