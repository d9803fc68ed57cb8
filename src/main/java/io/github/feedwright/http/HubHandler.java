package io.github.feedwright.http;

import io.github.feedwright.web.push.WebSubHub;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/** Answers requests to the WebSub hub, without holding a thread for a slow sender. */
final class HubHandler {
  private static final int MOST_BYTES = 8 * 1024;
  private static final int MOST_FIELDS = 100;

  private final WebSubHub hub;

  HubHandler(WebSubHub hub) {
    this.hub = hub;
  }

  boolean isAt(@Nullable String path) {
    return path != null && path.equals(hub.path());
  }

  /** Reads the form of a request, and answers it. */
  void answer(Exchange exchange) {
    Request request = exchange.request();
    if (!request.getMethod().equals("POST")) {
      exchange.send(PlainResponse.HUB_NOT_ALLOWED);
    } else if (FormFields.getFormEncodedCharset(request) == null) {
      exchange.send(PlainResponse.HUB_TYPE);
    } else if (request.getLength() > MOST_BYTES) {
      exchange.send(PlainResponse.HUB_TOO_LARGE);
    } else {
      CompletableFuture<Optional<byte[]>> body = new CompletableFuture<>();
      Content.Source.asByteArrayAsync(
          request,
          MOST_BYTES,
          Promise.Invocable.from(
              InvocationType.NON_BLOCKING,
              bytes -> body.complete(Optional.of(bytes)),
              tooLarge -> body.complete(Optional.empty())));
      exchange.when(body, bytes -> answer(exchange, bytes));
    }
  }

  private void answer(Exchange exchange, Optional<byte[]> body) {
    if (body.isEmpty()) {
      exchange.send(PlainResponse.HUB_TOO_LARGE);
      return;
    }
    MultiMap<String> form = new MultiMap<>();
    try {
      String text = new String(body.get(), StandardCharsets.UTF_8);
      UrlEncoded.decodeTo(text, form, StandardCharsets.UTF_8, MOST_FIELDS);
    } catch (RuntimeException malformed) {
      exchange.send(PlainResponse.BAD_REQUEST);
      return;
    }
    // It may wait for a database.
    exchange.execute(() -> exchange.send(PlainResponse.hub(hub.accept(form))));
  }
}
