package io.github.feedwright.push;

import io.github.feedwright.push.state.DueDelivery;
import io.github.feedwright.push.state.Outcome;
import io.github.feedwright.push.topic.LiveTopics;
import io.github.feedwright.push.topic.TopicPath;
import io.github.feedwright.web.Gone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells subscribers that there will be nothing more (WebSub, section 5.2): of a feed that the
 * configuration says is gone, or because this server is no longer a hub. A feed that is only
 * missing may come back, as after a mistake: nobody is notified of that.
 *
 * <p>Where several servers share a database, the last of them that is a hub does this. It waits for
 * as long as another one may be silent: one that was killed counts as there for a while, and one
 * that is there may not have said so yet.
 *
 * <p>Threads: only {@code push}.
 */
final class Denials {
  private static final String GONE = "This feed is gone.";
  private static final String NO_HUB = "This hub has ended.";
  private static final int MOST_CLAIMED = 32;

  /** The time for notifying all subscribers; the others notice the end when they next poll. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final String feeds;
  private final PushState state;
  private final LiveTopics topics;
  private final Deliverer deliverer;
  private final Set<String> gone = new HashSet<>();
  private boolean isHub;
  private Instant decision = Instant.MAX;
  private boolean isDecided;
  private boolean isLast;
  private Instant deadline = Instant.MAX;
  private boolean isOver;

  /**
   * Nobody has been told yet.
   *
   * @param feeds what the addresses of this server's feeds begin with
   * @param isHub whether this server is a hub
   */
  Denials(URI feeds, boolean isHub, PushState state, LiveTopics topics, Deliverer deliverer) {
    this.feeds = feeds.toString();
    this.isHub = isHub;
    this.state = state;
    this.topics = topics;
    this.deliverer = deliverer;
  }

  /** Whether subscribers are notified of changes, and not only of the end. */
  boolean isHub() {
    return isHub;
  }

  /** From now on this server is no hub. */
  void end() {
    isHub = false;
  }

  /**
   * If this server is no hub, checks whether another one is: only once, so that a hub that restarts
   * later does not lose its subscriptions.
   *
   * @param wasSilent whether this server comes after a pause, in which others were not heard either
   */
  void check(Instant now, boolean wasSilent) {
    if (isHub || isDecided) {
      return;
    }
    if (wasSilent) {
      decision = now.plus(state.servers().longestSilence());
    }
    if (!now.isBefore(decision)) {
      isLast = !state.servers().isHubThere();
      isDecided = true;
      deadline = now.plus(LONGEST);
    }
  }

  /** Whether this server has nobody left to notify; another may have. */
  boolean isOver(Instant now) {
    return isDecided && (!isLast || isOver || now.isAfter(deadline));
  }

  /** Whether no server is a hub any more, and nobody is subscribed. */
  boolean areDone() {
    return isOver;
  }

  /** Finds the topics with subscribers that are gone. */
  void take(Set<String> subscribed) {
    gone.clear();
    for (String url : subscribed) {
      if (url.startsWith(feeds) && topics.at(TopicPath.of(url)) instanceof Gone) {
        gone.add(url);
      }
    }
  }

  /** Claims the subscriptions whose subscribers may be told now. */
  void claim(Instant now) {
    if (!isHub) {
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
    if (isLast && !isOver && most > 0) {
      List<DueDelivery> due = state.deliveries().claimEnded(most, now);
      due.forEach(each -> add(each, NO_HUB));
      // A change may be on its way to some: they are notified after it.
      isOver = due.isEmpty() && state.subscriptions().areNone();
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
