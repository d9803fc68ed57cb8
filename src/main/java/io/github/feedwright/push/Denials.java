package io.github.feedwright.push;

import io.github.feedwright.push.state.DueDelivery;
import io.github.feedwright.push.state.Outcome;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.push.topic.TopicPath;
import io.github.feedwright.web.Gone;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells subscribers that there will be nothing more (WebSub, section 5.2): of a feed that the
 * configuration says is gone, or because this server is no longer a hub. A feed that is only
 * missing may come back, as after a mistake: nobody is notified of that.
 *
 * <p>Threads: {@code push} changes it, {@code http} reads.
 */
final class Denials {
  private static final String GONE = "This feed is gone.";
  private static final String NO_HUB = "This hub has ended.";
  private static final int MOST_CLAIMED = 32;

  private final String feeds;
  private final boolean isHub;
  private final PushState state;
  private final LiveTopics topics;
  private final Deliverer deliverer;
  private final Set<String> gone = new HashSet<>();
  private volatile boolean all;
  private boolean over;

  /**
   * None so far.
   *
   * @param feeds what the addresses of this server's feeds begin with
   * @param isHub whether this server is a hub
   */
  Denials(URI feeds, boolean isHub, PushState state, LiveTopics topics, Deliverer deliverer) {
    this.feeds = feeds.toString();
    this.isHub = isHub;
    this.all = !isHub;
    this.state = state;
    this.topics = topics;
    this.deliverer = deliverer;
  }

  /** Whether subscribers are notified of changes, and not only of the end. */
  boolean isHub() {
    return isHub && !all;
  }

  /** From now on every subscriber is notified. */
  void all() {
    all = true;
  }

  /** Whether every subscriber has been notified. */
  boolean isOver() {
    return over;
  }

  /** Looks which of the topics that somebody subscribed to are gone. */
  void take(Set<String> subscribed) {
    gone.clear();
    for (String url : subscribed) {
      if (url.startsWith(feeds) && topics.at(TopicPath.of(url)) instanceof Gone) {
        gone.add(url);
      }
    }
  }

  /** Claims those that may be notified now. */
  void claim(Instant now) {
    if (all) {
      claimAll(now);
      return;
    }
    for (String url : List.copyOf(gone)) {
      int most = Math.min(deliverer.capacity(), MOST_CLAIMED);
      if (most > 0) {
        List<DueDelivery> due = state.deliveries().claimEnded(url, most, now);
        due.forEach(each -> add(each, GONE));
        if (due.isEmpty()) {
          gone.remove(url);
        }
      }
    }
  }

  private void claimAll(Instant now) {
    int most = Math.min(deliverer.capacity(), MOST_CLAIMED);
    if (!over && most > 0) {
      List<DueDelivery> due = state.deliveries().claimEnded(most, now);
      due.forEach(each -> add(each, NO_HUB));
      over = due.isEmpty();
    }
  }

  /** They count as notified, whether that is answered or not. */
  private void add(DueDelivery due, String reason) {
    deliverer.add(
        due,
        Messages.denial(due, reason),
        answer -> new Outcome.Ended(due.id(), "its subscriber was notified: " + reason));
  }
}
