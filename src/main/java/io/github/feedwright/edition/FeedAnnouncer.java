package io.github.feedwright.edition;

import io.github.feedwright.feed.Scope;
import io.github.feedwright.thread.AnyThread;
import io.github.feedwright.thread.PublishingThread;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.FeedListener;
import io.github.feedwright.web.push.PublishedFeed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener which feeds a new edition changed. After a start, it waits until all feeds are
 * prepared: only then is it known of which feeds subscribers have another version.
 *
 * <p>Threads: {@code main} names the listener, {@code publish} calls it.
 */
@PublishingThread(shared = "listener")
public final class FeedAnnouncer {
  private static final Logger LOG = LoggerFactory.getLogger(FeedAnnouncer.class);

  private volatile FeedListener listener = change -> {};
  private @Nullable Pipeline publishing;
  private @Nullable Edition last;

  /** From now on, this one is called. */
  @AnyThread
  public void setListener(FeedListener other) {
    listener = other;
  }

  /** An edition of a pipeline is served now. */
  @SuppressWarnings(
      "ReferenceEquality") // An unchanged edition is the same object; comparing feeds takes long.
  public void announce(Pipeline pipeline, Edition edition) {
    if (!edition.cold().isEmpty()) {
      return;
    }
    Edition former = pipeline == publishing ? last : null;
    publishing = pipeline;
    last = edition;
    boolean hasHubs = !pipeline.settings().hubs().isEmpty();
    if (former == edition || (former != null && !hasHubs)) {
      return;
    }
    List<PublishedFeed> feeds = hasHubs ? changed(pipeline, edition, former) : List.of();
    if (former == null || !feeds.isEmpty()) {
      send(new FeedChange(pipeline.settings(), edition.snapshot(), feeds, former == null));
    }
  }

  private static List<PublishedFeed> changed(
      Pipeline pipeline, Edition edition, @Nullable Edition former) {
    Set<Scope> scopes = former == null ? edition.scopes() : edition.touched();
    Set<PublishedFeed> before =
        former == null ? Set.of() : Set.copyOf(pipeline.feeds(former, scopes));
    return pipeline.feeds(edition, scopes).stream().filter(each -> !before.contains(each)).toList();
  }

  private void send(FeedChange change) {
    try {
      listener.changed(change);
    } catch (RuntimeException e) {
      LOG.error("The change is served, but push could not be notified", e);
    }
  }
}
