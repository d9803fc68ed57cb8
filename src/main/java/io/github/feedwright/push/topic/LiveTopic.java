package io.github.feedwright.push.topic;

import io.github.feedwright.web.push.PublishedFeed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that can be subscribed to.
 *
 * @param current what is served
 * @param released what subscribers are sent, or null if this server does not have that version
 * @param releasedAt when that was released
 * @param firstChange when what is served first differed from it; null while it does not
 * @param lastChange when it last changed
 */
record LiveTopic(
    PublishedFeed current,
    @Nullable PublishedFeed released,
    Instant releasedAt,
    @Nullable Instant firstChange,
    Instant lastChange) {

  /** A topic whose current version subscribers have. */
  static LiveTopic known(PublishedFeed feed, Instant since) {
    return new LiveTopic(feed, feed, since, null, since);
  }

  /** A topic of which subscribers have another version, which this server does not have. */
  static LiveTopic unknown(PublishedFeed feed, Instant since, Instant now) {
    return new LiveTopic(feed, null, since, now, now);
  }

  String tag() {
    return tag(current);
  }

  /** The tag of what subscribers are sent, or null. */
  @Nullable String releasedTag() {
    return released == null ? null : tag(released);
  }

  static String tag(PublishedFeed feed) {
    return feed.representation().tag().opaque();
  }

  LiveTopic changedTo(PublishedFeed feed, Instant now) {
    if (tag(feed).equals(releasedTag())) {
      return new LiveTopic(feed, feed, releasedAt, null, now);
    }
    return new LiveTopic(feed, released, releasedAt, firstChange == null ? now : firstChange, now);
  }

  LiveTopic releasedAs(PublishedFeed feed, Instant now) {
    boolean isCurrent = tag(feed).equals(tag());
    return new LiveTopic(current, feed, now, isCurrent ? null : now, lastChange);
  }

  /**
   * When the served version is released to subscribers: some time after the last change, but also
   * if it keeps changing, and not too soon after the version before.
   *
   * @param first when it first differed
   */
  Instant releaseAt(Instant first, Duration delay, Duration interval) {
    Instant quiet = lastChange.plus(delay);
    Duration longest = delay.compareTo(interval) > 0 ? delay : interval;
    Instant latest = first.plus(longest);
    Instant due = quiet.isBefore(latest) ? quiet : latest;
    Instant earliest = releasedAt.plus(interval);
    return due.isBefore(earliest) ? earliest : due;
  }
}
