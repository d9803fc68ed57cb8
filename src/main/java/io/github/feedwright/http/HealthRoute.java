package io.github.feedwright.http;

import io.github.feedwright.problem.Kind;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.Health.HeldPosts;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.push.WebSubHub;
import io.github.feedwright.web.push.WebSubHub.PushCounts;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code /healthz}: 200 when a snapshot is served, else 503; state and counts. It never contains a
 * value, nor a name of an unpublished post, because these must stay secret.
 */
final class HealthRoute {
  static final String PATH = "/healthz";

  private final Publication publication;
  private final WebSubHub hub;
  private final JsonFactory json = new JsonFactory();

  HealthRoute(Publication publication, WebSubHub hub) {
    this.publication = publication;
    this.hub = hub;
  }

  void register(JavalinConfig config) {
    config.routes.get(PATH, this::answer);
    // Without it, a HEAD would be an empty 200, whatever the state.
    config.routes.head(PATH, this::answer);
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
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      out.writeStringProperty("state", health.serving() ? "serving" : "starting");
      out.writeStringProperty("watching", health.watching());
      out.writeNumberProperty("posts", health.posts());
      out.writeNumberProperty("feeds", health.feeds());
      out.writeNumberProperty("warming", health.warming());
      out.writeObjectPropertyStart("problems");
      byKind(health).forEach((kind, count) -> out.writeNumberProperty(kind.label(), count));
      out.writeEndObject();
      HeldPosts held = health.held();
      if (held != null) {
        write(out, held);
      }
      PushCounts push = hub.counts();
      if (push != null) {
        write(out, push);
      }
      out.writeEndObject();
    }
    return text + "\n";
  }

  private static void write(JsonGenerator out, HeldPosts held) {
    out.writeObjectPropertyStart("held");
    out.writeNumberProperty("count", held.count());
    out.writeArrayPropertyStart("posts");
    held.paths().forEach(out::writeString);
    out.writeEndArray();
    out.writeStringProperty("token", held.token());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, PushCounts push) {
    out.writeObjectPropertyStart("push");
    out.writeNumberProperty("subscriptions", push.subscriptions());
    out.writeNumberProperty("pending", push.pending());
    out.writeNumberProperty("due", push.due());
    out.writeNumberProperty("failing", push.failing());
    out.writeEndObject();
  }

  /** In the order of the kinds, so that the same health gives the same bytes. */
  private static Map<Kind, Integer> byKind(Health health) {
    Map<Kind, Integer> sorted = new EnumMap<>(Kind.class);
    sorted.putAll(health.problems());
    return sorted;
  }
}
