package io.github.feedwright.metrics;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.ResponseListener;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is measured. No name or value comes from a request or a post: there are at most some hundred
 * time series.
 *
 * <p>Threads: {@code http} reports responses, {@code metrics} reads.
 */
final class SiteMetrics implements ResponseListener {
  private static final int FIRST_STATUS = 100;
  private static final int LAST_STATUS = 599;

  private final MeterRegistry registry;

  SiteMetrics(MeterRegistry registry, Publication publication) {
    this.registry = registry;
    gauge("feedwright.posts", "Posts that are published", publication, Health::posts);
    gauge("feedwright.feeds", "Feeds, counting every format", publication, Health::feeds);
    gauge("feedwright.warming", "Feeds that are not prepared yet", publication, Health::warming);
    gauge("feedwright.serving", "1 when a snapshot is served", publication, SiteMetrics::serving);
    gauge(
        "feedwright.watching",
        "1 when changes are noticed immediately, 0 when only by scans",
        publication,
        SiteMetrics::watching);
    for (Kind kind : Kind.values()) {
      Gauge.builder("feedwright.problems", publication, from -> problems(from, kind))
          .description("Problems that check would print")
          .tag("kind", kind.label())
          .strongReference(true)
          .register(registry);
    }
    FunctionTimer.builder(
            "feedwright.publish",
            publication,
            from -> from.publications().count(),
            from -> from.publications().time().toNanos(),
            TimeUnit.NANOSECONDS)
        .description("From when a change is noticed until its snapshot is served")
        .register(registry);
    jvm();
  }

  private static double serving(Health health) {
    return health.serving() ? 1 : 0;
  }

  private static double watching(Health health) {
    return health.watching().equals("watching") ? 1 : 0;
  }

  private static double problems(Publication publication, Kind kind) {
    return publication.health().problems().getOrDefault(kind, 0);
  }

  private void gauge(
      String name, String description, Publication publication, ToDoubleFunction<Health> value) {
    Gauge.builder(name, publication, from -> value.applyAsDouble(from.health()))
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private void jvm() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  @Override
  public void sent(String path, int status, @Nullable String coding, long bytes) {
    String kind = RequestKind.of(path).label();
    registry
        .counter(
            "feedwright.requests",
            "kind",
            kind,
            "status",
            status >= FIRST_STATUS && status <= LAST_STATUS ? Integer.toString(status) : "none",
            "coding",
            coding(coding))
        .increment();
    registry
        .counter("feedwright.response.bytes", "kind", kind)
        .increment((double) Math.max(0, bytes));
  }

  private static String coding(@Nullable String coding) {
    return coding == null ? "identity" : coding.toLowerCase(Locale.ROOT);
  }
}
