package io.github.feedwright.push;

import io.github.feedwright.push.state.DueDelivery;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.PublishedFeed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells external hubs which feeds have changed.
 *
 * <p>Threads: only {@code push}.
 */
final class Pings {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final List<URI> hubs;
  private final PushState state;
  private final LiveTopics topics;
  private final Deliverer deliverer;
  private final Messages messages;
  private final Set<String> known = new HashSet<>();
  private Instant next = Instant.MIN;
  private boolean ended;

  Pings(
      List<URI> hubs, PushState state, LiveTopics topics, Deliverer deliverer, Messages messages) {
    this.hubs = hubs;
    this.state = state;
    this.topics = topics;
    this.deliverer = deliverer;
    this.messages = messages;
  }

  /** Has the hubs notified of feeds that are new from now on. */
  void take(FeedChange change, Instant now) {
    if (change.all()) {
      state.hubs().retain(hubs.stream().map(URI::toString).toList(), topics.urls());
      known.retainAll(topics.urls());
    }
    Map<String, String> added = new HashMap<>();
    for (PublishedFeed feed : change.feeds()) {
      String tag = topics.tag(feed.url());
      if (!known.contains(feed.url()) && tag != null) {
        added.put(feed.url(), tag);
      }
    }
    if (!added.isEmpty()) {
      for (URI hub : hubs) {
        state.hubs().add(hub.toString(), host(hub), added, now);
      }
      known.addAll(added.keySet());
      wake();
    }
  }

  private static String host(URI hub) {
    return hub.getHost().toLowerCase(Locale.ROOT);
  }

  /** Something is due that was not. */
  void wake() {
    next = Instant.MIN;
  }

  /** No more pings. */
  void end() {
    ended = true;
  }

  /** Claims those that may be sent now: to each hub one a second. */
  void claim(Instant now) {
    if (ended || now.isBefore(next)) {
      return;
    }
    for (URI hub : hubs) {
      for (DueDelivery due : claimed(hub, now)) {
        String tag = due.tag();
        if (tag != null && topics.version(due.topic(), tag) != null) {
          deliverer.add(due, Messages.ping(due), answer -> messages.outcome(due, tag, answer));
        }
      }
    }
    next = now.plus(PAUSE);
  }

  private List<DueDelivery> claimed(URI hub, Instant now) {
    return deliverer.capacity() == 0
        ? List.of()
        : state.deliveries().claimPing(hub.toString(), now);
  }
}
