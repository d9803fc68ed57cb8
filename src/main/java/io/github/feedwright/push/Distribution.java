package io.github.feedwright.push;

import io.github.feedwright.push.state.Deliveries;
import io.github.feedwright.push.state.Deliveries.Claimed;
import io.github.feedwright.push.state.DueDelivery;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.settings.push.PushLimits;
import io.github.feedwright.web.push.PublishedFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends subscribers the feeds that have changed (WebSub, section 7).
 *
 * <p>Threads: only {@code push}.
 */
final class Distribution {
  /** How long it waits if nothing was due, unless something happens. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Deliveries deliveries;
  private final LiveTopics topics;
  private final Deliverer deliverer;
  private final Messages messages;
  private final int mostPerHost;
  private Instant next = Instant.MIN;

  Distribution(
      Deliveries deliveries,
      LiveTopics topics,
      Deliverer deliverer,
      Messages messages,
      PushLimits limits) {
    this.deliveries = deliveries;
    this.topics = topics;
    this.deliverer = deliverer;
    this.messages = messages;
    this.mostPerHost = limits.deliveriesPerHost();
  }

  /** Something may be due that was not. */
  void wake() {
    next = Instant.MIN;
  }

  /** Claims what is due, as much as the deliverer takes. */
  void claim(Instant now) {
    if (now.isBefore(next) || deliverer.capacity() == 0) {
      return;
    }
    Map<String, String> due = deliveries.topics(now);
    due.entrySet().removeIf(each -> topics.version(each.getKey(), each.getValue()) == null);
    boolean isMore = !due.isEmpty();
    while (isMore && deliverer.capacity() > 0) {
      isMore = claim(due.keySet(), now);
    }
    if (!isMore) {
      next = now.plus(PAUSE);
    }
  }

  /** Claims some, and says whether there may be more. */
  private boolean claim(Set<String> here, Instant now) {
    Map<String, Integer> atHost = deliverer.perHost();
    Set<String> busy = new HashSet<>(atHost.keySet());
    busy.removeIf(host -> atHost.getOrDefault(host, 0) < mostPerHost);
    Claimed claimed =
        deliveries.claim(
            new Deliveries.Limits(deliverer.capacity(), deliverer.takesFailed(), here, busy),
            due -> version(due) != null && atHost.merge(due.host(), 1, Integer::sum) <= mostPerHost,
            now);
    for (DueDelivery due : claimed.due()) {
      String tag = due.tag();
      PublishedFeed feed = version(due);
      if (tag != null && feed != null) {
        deliverer.add(due, messages.feed(due, feed), answer -> messages.outcome(due, tag, answer));
      }
    }
    return claimed.isMore() && !claimed.due().isEmpty();
  }

  private @Nullable PublishedFeed version(DueDelivery due) {
    String tag = due.tag();
    return tag == null ? null : topics.version(due.topic(), tag);
  }
}
