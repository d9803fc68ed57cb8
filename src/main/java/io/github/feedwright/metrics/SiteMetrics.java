package io.github.feedwright.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.github.feedwright.problem.Kind;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.ResponseListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.lang.management.ManagementFactory;
import java.util.List;
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
  /** What Micrometer names in a way that Prometheus' own checks do not accept. */
  private static final List<String> NOT_BY_CONVENTION =
      List.of("process.cpu.time", "system.cpu.count");

  private static final double NANOSECONDS_IN_A_SECOND = 1e9;
  private static final int FIRST_STATUS = 100;
  private static final int LAST_STATUS = 599;

  private final MeterRegistry registry;

  SiteMetrics(MeterRegistry registry, Publication publication) {
    this.registry = registry;
    NOT_BY_CONVENTION.forEach(
        each -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(each)));
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
    processorTime();
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** In seconds, under the name that Prometheus' own clients give it. */
  private void processorTime() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      FunctionCounter.builder(
              "process.cpu", system, from -> from.getProcessCpuTime() / NANOSECONDS_IN_A_SECOND)
          .description("Processor time of this process")
          .baseUnit("seconds")
          .register(registry);
    }
  }

  @Override
  public void sent(String path, int status, @Nullable String coding, long bytes) {
    String kind = RequestKind.of(path);
    Counter.builder("feedwright.requests")
        .description("Responses that were sent")
        .tag("kind", kind)
        .tag("status", status(status))
        .tag("coding", coding(coding))
        .register(registry)
        .increment();
    Counter.builder("feedwright.response.bytes")
        .description("Bytes of bodies that were sent")
        .tag("kind", kind)
        .register(registry)
        .increment((double) Math.max(0, bytes));
  }

  private static String status(int status) {
    return status >= FIRST_STATUS && status <= LAST_STATUS ? Integer.toString(status) : "none";
  }

  private static String coding(@Nullable String coding) {
    return coding == null ? "identity" : coding.toLowerCase(Locale.ROOT);
  }
}
