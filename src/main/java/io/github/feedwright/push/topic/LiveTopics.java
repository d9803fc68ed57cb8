package io.github.feedwright.push.topic;

import io.github.feedwright.push.state.Topics;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.PublishedFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The feeds that can be subscribed to, and which of their versions subscribers are to have. Changed
 * by one thread, read by any.
 *
 * <p>Threads: {@code push} changes it, {@code http} reads.
 */
public final class LiveTopics {
  /** A version that other servers have not followed to by then is ahead of them, not behind. */
  private static final Duration BEHIND = Duration.ofMinutes(1);

  private final Duration delay;
  private final Duration interval;
  private final Map<String, LiveTopic> topics = new ConcurrentHashMap<>();
  private final Set<String> changing = new HashSet<>();
  private volatile @Nullable Snapshot snapshot;
  private volatile String first = "";

  /**
   * No feeds yet.
   *
   * @param delay how long after its last change a version is released
   * @param interval a feed is released at most once in this time
   */
  public LiveTopics(Duration delay, Duration interval) {
    this.delay = delay;
    this.interval = interval;
  }

  /**
   * Takes in what has changed.
   *
   * @param newest the versions that subscribers are to have, needed where the change is all feeds
   */
  public void take(FeedChange change, Map<String, Topics.Newest> newest, Instant now) {
    for (PublishedFeed feed : change.feeds()) {
      LiveTopic topic =
          topics.compute(
              feed.url(),
              (url, old) ->
                  old == null ? begin(feed, newest.get(url), now) : old.changedTo(feed, now));
      note(feed.url(), topic);
    }
    if (change.all()) {
      first = change.feeds().isEmpty() ? "" : change.feeds().get(0).url();
      Set<String> here = new HashSet<>();
      change.feeds().forEach(feed -> here.add(feed.url()));
      topics.keySet().retainAll(here);
      changing.retainAll(here);
    }
    snapshot = change.snapshot();
  }

  private void note(String url, LiveTopic topic) {
    if (topic.firstChange() == null) {
      changing.remove(url);
    } else {
      changing.add(url);
    }
  }

  private static LiveTopic begin(PublishedFeed feed, Topics.@Nullable Newest newest, Instant now) {
    if (newest == null) {
      return LiveTopic.known(feed, Instant.EPOCH);
    }
    return newest.tag().equals(LiveTopic.tag(feed))
        ? LiveTopic.known(feed, newest.released())
        : LiveTopic.unknown(feed, newest.released(), now);
  }

  /**
   * The versions that are to be released now.
   *
   * @param alone whether no other server may be ahead of this one
   */
  public List<Topics.Version> due(Instant now, boolean alone) {
    List<Topics.Version> due = new ArrayList<>();
    for (String url : changing) {
      LiveTopic topic = topics.get(url);
      Instant first = topic == null ? null : topic.firstChange();
      if (topic == null || first == null) {
        continue;
      }
      Instant at = topic.releaseAt(first, delay, interval);
      if (!at.isAfter(now)) {
        boolean isLate = at.plus(BEHIND).isBefore(now);
        due.add(new Topics.Version(url, topic.tag(), isLate ? null : topic.releasedTag(), alone));
      }
    }
    return due;
  }

  /** These versions are what subscribers are to have now. */
  public void markReleased(Collection<Topics.Version> versions, Instant now) {
    for (Topics.Version each : versions) {
      LiveTopic topic =
          topics.computeIfPresent(
              each.url(),
              (url, old) ->
                  old.tag().equals(each.tag()) ? old.releasedAs(old.current(), now) : old);
      if (topic != null) {
        note(each.url(), topic);
      }
    }
  }

  /** When the next version is to be released, or null. */
  public @Nullable Instant next() {
    Instant next = null;
    for (String url : changing) {
      LiveTopic topic = topics.get(url);
      Instant first = topic == null ? null : topic.firstChange();
      if (topic != null && first != null) {
        Instant at = topic.releaseAt(first, delay, interval);
        next = next == null || at.isBefore(next) ? at : next;
      }
    }
    return next;
  }

  /** The version of a topic that subscribers are to have, if this server has it. */
  public @Nullable PublishedFeed version(String url, String tag) {
    LiveTopic topic = topics.get(url);
    return topic != null && tag.equals(topic.releasedTag()) ? topic.released() : null;
  }

  /** The tag of the version that subscribers to a topic have now, or null if it is no topic. */
  public @Nullable String tag(String url) {
    LiveTopic topic = topics.get(url);
    String released = topic == null ? null : topic.releasedTag();
    return topic == null || released != null ? released : topic.tag();
  }

  /** The addresses of the topics with a change that is not released yet. */
  public Set<String> waiting() {
    return Set.copyOf(changing);
  }

  /** The addresses of all topics. */
  public Set<String> urls() {
    return Set.copyOf(topics.keySet());
  }

  /** What is served at a path now, or null. */
  public @Nullable Resource at(String path) {
    Snapshot now = snapshot;
    return now == null ? null : now.find(path, null);
  }

  /** Whether it is known yet what can be subscribed to. */
  public boolean isReady() {
    return snapshot != null;
  }

  /**
   * The topic that somebody meant who named a path: that of the feed that is served there, else the
   * nearest one above, as that of a tag for the page of the tag.
   *
   * @param path as it is written in an address
   */
  public String meant(String path) {
    String own = at(TopicPath.decoded(path)) instanceof Representation meant ? self(meant) : "";
    return topics.containsKey(own) ? own : nearest(path);
  }

  private String nearest(String path) {
    String site = first;
    String origin = site.replaceFirst("(?<=\\w)/.*", "");
    String name = site.substring(site.lastIndexOf('/') + 1);
    for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      String feed = origin + path.substring(0, end) + "/" + name;
      if (topics.containsKey(feed)) {
        return feed;
      }
    }
    return site;
  }

  /** What a representation's link to itself says (RFC 8288, section 3). */
  private static String self(Representation meant) {
    return meant.links().stream()
        .filter(each -> each.endsWith("rel=\"self\""))
        .map(each -> each.substring(1, each.indexOf('>')))
        .findFirst()
        .orElse("");
  }
}
