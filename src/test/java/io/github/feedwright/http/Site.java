package io.github.feedwright.http;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.settings.HttpSettings;
import io.github.feedwright.web.FoundSnapshot;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.PublicationCount;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.push.WebSubHub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A publication made by hand: what is put at a path is served there. */
final class Site implements Publication {
  static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final Map<String, Resource> resources = new ConcurrentHashMap<>();
  private final Snapshot snapshot = new FoundSnapshot(this::find);
  private volatile boolean serving = true;

  static HttpSettings settings(int port) {
    return new HttpSettings(
        "127.0.0.1",
        port,
        Duration.ofMinutes(5),
        Duration.ofMinutes(1),
        Duration.ofDays(1),
        HttpSettings.FeedType.SPECIFIC);
  }

  @Override
  public HttpSettings http() {
    return settings(0);
  }

  FeedServer serve() throws BindFailure {
    return serve(Timeouts.DEFAULT);
  }

  FeedServer serve(Timeouts timeouts) throws BindFailure {
    return FeedServer.start(
        BoundSocket.bind(settings(0)),
        this,
        CLOCK,
        WebSubHub.NONE,
        timeouts,
        ResponseObservers.none());
  }

  /** At a path, with its query where the query matters. */
  Site put(String path, Resource resource) {
    resources.put(path, resource);
    return this;
  }

  Site serving(boolean isServing) {
    serving = isServing;
    return this;
  }

  @Override
  public @Nullable Snapshot snapshot() {
    return serving ? snapshot : null;
  }

  @Override
  public PublicationCount publications() {
    return PublicationCount.NONE;
  }

  @Override
  public Health health() {
    Map<Kind, Integer> problems = Map.of(Kind.LIMIT, 1, Kind.DATE, 2);
    return serving
        ? new Health(true, "watching", 12, 34, 5, problems, null)
        : new Health(false, "starting", 0, 0, 0, Map.of(), null);
  }

  private @Nullable Resource find(String path, @Nullable String query) {
    Resource listed = resources.get(path + "?" + query);
    return listed != null ? listed : resources.get(path);
  }
}
