package io.github.feedwright.http;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.text.Json;
import io.github.feedwright.text.Json.ObjectWriter;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Health.Held;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.push.WebSubHub;
import io.github.feedwright.web.push.WebSubHub.PushCounts;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;

/**
 * {@code /healthz}: 200 when a snapshot is served, else 503; state and counts. It never contains a
 * value, nor a name of an unpublished post, because these must stay secret.
 */
final class HealthRoute {

  private final Publication publication;
  private final WebSubHub hub;

  HealthRoute(Publication publication, WebSubHub hub) {
    this.publication = publication;
    this.hub = hub;
  }

  void register(JavalinConfig config) {
    config.routes.get(Health.PATH, this::answer);
    // Without it, a HEAD would be an empty 200, whatever the state.
    config.routes.head(Health.PATH, this::answer);
  }

  private void answer(Context context) {
    Health health = publication.health();
    context.header("Cache-Control", CachePolicy.NEVER);
    if (!health.serving()) {
      context.status(503).header("Retry-After", "10");
    }
    context.contentType("application/json").result(json(health));
  }

  private String json(Health health) {
    return Json.COMPACT.object(out -> write(out, health)) + "\n";
  }

  private void write(ObjectWriter out, Health health) {
    out.text("state", health.serving() ? "serving" : "starting");
    out.text("watching", health.watching());
    out.number("posts", health.posts());
    out.number("feeds", health.feeds());
    out.number("warming", health.warming());
    out.object("problems", problems -> write(problems, byKind(health)));
    Held held = health.held();
    if (held != null) {
      out.object("held", below -> write(below, held));
    }
    PushCounts push = hub.counts();
    if (push != null) {
      out.object("push", below -> write(below, push));
    }
  }

  private static void write(ObjectWriter out, Map<Kind, Integer> problems) {
    problems.forEach((kind, count) -> out.number(kind.label(), count));
  }

  private static void write(ObjectWriter out, Held held) {
    out.number("count", held.count());
    out.texts("posts", held.paths());
    out.text("token", held.token());
  }

  private static void write(ObjectWriter out, PushCounts push) {
    out.number("subscriptions", push.subscriptions());
    out.number("pending", push.pending());
    out.number("due", push.due());
    out.number("failing", push.failing());
  }

  /** In the order of the kinds, so that the same health gives the same bytes. */
  private static Map<Kind, Integer> byKind(Health health) {
    Map<Kind, Integer> sorted = new EnumMap<>(Kind.class);
    sorted.putAll(health.problems());
    return sorted;
  }
}
