package io.github.feedwright.cli;

import io.github.feedwright.push.Push;
import io.github.feedwright.push.state.StateFailure;
import io.github.feedwright.settings.Settings;
import io.github.feedwright.web.push.FeedChange;
import io.github.feedwright.web.push.FeedListener;
import io.github.feedwright.web.push.WebSubHub;
import io.github.feedwright.web.push.WebSubHub.HubAnswer;
import io.github.feedwright.web.push.WebSubHub.PushCounts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects the server with push, of which nothing is loaded until a configuration wants it.
 *
 * <p>Threads: {@code publish} starts push, {@code http} asks, {@code main} opens, {@code shutdown}
 * closes.
 */
final class PushSwitch implements FeedListener, WebSubHub, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PushSwitch.class);

  private final Clock clock;
  private volatile @Nullable Push push;

  PushSwitch(Clock clock) {
    this.clock = clock;
  }

  /**
   * Opens what a server needs by the configuration that it starts with.
   *
   * @throws StateFailure if that cannot be used
   */
  void open(Settings settings) {
    if (!settings.hubs().isEmpty()) {
      started().open(settings);
    } else if (settings.push() != null) {
      LOG.warn(
          "Push is off: other machines cannot reach {}; set feeds.url, or list its address in"
              + " push.allow.",
          settings.feeds().url());
    }
  }

  private Push started() {
    Push now = push;
    if (now == null) {
      now = Push.start(clock);
      push = now;
    }
    return now;
  }

  @Override
  public void changed(FeedChange change) {
    if (push != null || !change.settings().hubs().isEmpty()) {
      started().changed(change);
    }
  }

  @Override
  public @Nullable String path() {
    Push now = push;
    return now == null ? null : now.path();
  }

  @Override
  public HubAnswer accept(Map<String, List<String>> form) {
    Push now = push;
    return now == null ? WebSubHub.NONE.accept(form) : now.accept(form);
  }

  @Override
  public @Nullable PushCounts counts() {
    Push now = push;
    return now == null ? null : now.counts();
  }

  @Override
  public void close() {
    Push now = push;
    if (now != null) {
      now.close();
    }
  }
}
