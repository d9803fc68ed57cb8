package io.github.feedwright.push;

import io.github.feedwright.settings.push.PushLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The requests that wait for their confirmation: of each subscriber and topic only the last. They
 * are limited, because each makes us ask somebody who may know nothing of it.
 *
 * <p>Threads: {@code http} adds, {@code push} takes away.
 */
final class PendingRequests {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PushLimits limits;
  private final Map<String, HubRequest> pending = new HashMap<>();
  private final Map<String, Deque<Instant>> recent = new HashMap<>();

  PendingRequests(PushLimits limits) {
    this.limits = limits;
  }

  /** Adds a request, which replaces an earlier one for the same pair; returns whether it fits. */
  synchronized boolean add(HubRequest request, Instant now) {
    forget(now);
    String host = request.callback().host();
    boolean isFull = pending.size() >= limits.pending() && !pending.containsKey(request.id());
    Deque<Instant> atHost = recent.getOrDefault(host, new ArrayDeque<>());
    if (isFull || atHost.size() >= limits.verifications()) {
      return false;
    }
    atHost.addLast(now);
    recent.put(host, atHost);
    pending.put(request.id(), request);
    return true;
  }

  private void forget(Instant now) {
    Instant minuteAgo = now.minus(MINUTE);
    recent
        .values()
        .removeIf(
            each -> {
              each.removeIf(at -> !at.isAfter(minuteAgo));
              return each.isEmpty();
            });
  }

  /** Whether a request is the last of its subscriber and topic; an equal one does not count. */
  @SuppressWarnings("ReferenceEquality")
  synchronized boolean isCurrent(HubRequest request) {
    return request == pending.get(request.id());
  }

  /** A request has come to its end. */
  synchronized void remove(HubRequest request) {
    if (isCurrent(request)) {
      pending.remove(request.id());
    }
  }

  synchronized int size() {
    return pending.size();
  }

  /** How many of them are of one host. */
  synchronized int size(String host) {
    return (int)
        pending.values().stream().filter(each -> each.callback().host().equals(host)).count();
  }
}
