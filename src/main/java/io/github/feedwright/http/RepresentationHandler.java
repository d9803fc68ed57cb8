package io.github.feedwright.http;

import io.github.feedwright.http.request.AcceptEncoding;
import io.github.feedwright.http.request.RequestFields;
import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.Gone;
import io.github.feedwright.web.Health;
import io.github.feedwright.web.LinkedFile;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Publication;
import io.github.feedwright.web.Redirect;
import io.github.feedwright.web.Representation;
import io.github.feedwright.web.Resource;
import io.github.feedwright.web.Snapshot;
import io.github.feedwright.web.StoredFile;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The first handler: answers from the snapshot, and from nothing else, without holding a thread for
 * a slow client or for a worker. Requests for computed responses go to the handler behind it.
 */
final class RepresentationHandler extends Handler.Wrapper {
  private final Publication publication;
  private final Clock clock;
  private final CachePolicy cache;
  private final Duration waitLimit;
  private final HeadCache heads;
  private final StoredFileResponse files;
  private final HubHandler hub;
  private final FailureLog failures = new FailureLog();

  RepresentationHandler(
      Publication publication, CachePolicy cache, HubHandler hub, Clock clock, Duration waitLimit) {
    this.publication = publication;
    this.hub = hub;
    this.clock = clock;
    this.cache = cache;
    this.heads = new HeadCache(cache);
    this.files = new StoredFileResponse(cache, clock, waitLimit);
    this.waitLimit = waitLimit;
  }

  /**
   * Nothing here blocks, so the thread that reads a request also answers it, without a hand-over.
   */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange =
        new Exchange(request, response, callback, failures, request.getComponents().getExecutor());
    try {
      String path = RequestPath.of(request.getHttpURI().getPath());
      if (hub.isAt(path)) {
        hub.answer(exchange);
        return true;
      }
      switch (request.getMethod()) {
        case "GET", "HEAD" -> get(exchange, path);
        case "OPTIONS" -> exchange.send(PlainResponse.OPTIONS);
        // The first snapshot tells where the hub is: until then, subscribers must try again later.
        default ->
            exchange.send(
                publication.snapshot() == null
                    ? PlainResponse.STARTING
                    : PlainResponse.NOT_ALLOWED);
      }
    } catch (RuntimeException | Error e) {
      exchange.fail(e);
    }
    return true;
  }

  private void get(Exchange exchange, @Nullable String path) {
    if (path == null) {
      exchange.send(PlainResponse.BAD_REQUEST);
    } else if (path.equals(Health.PATH)) {
      exchange.execute(() -> compute(exchange));
    } else {
      find(exchange, path);
    }
  }

  private void compute(Exchange exchange) throws Exception {
    ResponseFields.addAll(exchange.response().getHeaders(), ResponseFields.EVERYWHERE);
    super.handle(new BareRequest(exchange.request()), exchange.response(), exchange.callback());
  }

  /**
   * The request for the handler behind: its path is normalised, and it has no field that would
   * upgrade the connection or override the method that was checked.
   */
  private static final class BareRequest extends Request.Wrapper {
    private final HttpURI uri;

    BareRequest(Request request) {
      super(request);
      this.uri = HttpURI.build(request.getHttpURI()).pathQuery(Health.PATH).asImmutable();
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public HttpFields getHeaders() {
      return HttpFields.EMPTY;
    }
  }

  private void find(Exchange exchange, String path) {
    Snapshot snapshot = publication.snapshot();
    if (snapshot == null) {
      exchange.send(PlainResponse.STARTING);
      return;
    }
    answer(exchange, snapshot, snapshot.find(path, exchange.request().getHttpURI().getQuery()));
  }

  private void answer(Exchange exchange, Snapshot snapshot, @Nullable Resource resource) {
    if (resource instanceof Representation representation) {
      negotiate(exchange, representation);
    } else if (resource instanceof OnDemand onDemand) {
      exchange.when(onDemand.representation(), made -> negotiate(exchange, made));
    } else if (resource instanceof StoredFile file) {
      files.send(exchange, file);
    } else if (resource instanceof LinkedFile linked) {
      exchange.when(linked.file(), file -> answer(exchange, snapshot, file.orElse(null)));
    } else if (resource instanceof Redirect redirect) {
      exchange.send(PlainResponse.moved(redirect.location(), cache));
    } else if (resource instanceof Gone) {
      exchange.send(PlainResponse.GONE);
    } else {
      NotFoundResponse.send(exchange, snapshot);
    }
  }

  private void negotiate(Exchange exchange, Representation representation) {
    RequestFields asked = RequestFields.of(exchange.request().getHeaders());
    AcceptEncoding accepted = AcceptEncoding.parse(asked.acceptEncoding());
    ContentCoding coding = accepted.choose(representation.codings());
    if (coding == null) {
      exchange.send(PlainResponse.NOT_ACCEPTABLE);
      return;
    }
    RepresentationHead head = heads.of(representation);
    Instant now = clock.instant();
    Instant lastModified = head.lastModified(now);
    if (asked.conditions().fails(head.tags(), lastModified, now)) {
      exchange.send(PlainResponse.PRECONDITION_FAILED);
      return;
    }
    ContentCoding held = asked.conditions().current(head.tags(), coding, lastModified, now);
    @Nullable HttpField modified = lastModified == null ? null : head.lastModifiedField();
    if (held != null) {
      addFields(exchange, head.unchanged(held), modified);
      exchange.sendUnchanged();
    } else if (coding == ContentCoding.IDENTITY) {
      sendPlain(exchange, representation, head, modified);
    } else if (accepted.identity() == 0) {
      exchange.when(
          representation.body(coding),
          body -> send(exchange, head.whole(coding), modified, body.duplicate()));
    } else {
      exchange.when(
          representation.body(coding),
          waitLimit,
          body -> send(exchange, head.whole(coding), modified, body.duplicate()),
          () -> sendPlain(exchange, representation, head, modified));
    }
  }

  private static void sendPlain(
      Exchange exchange,
      Representation representation,
      RepresentationHead head,
      @Nullable HttpField modified) {
    send(exchange, head.whole(ContentCoding.IDENTITY), modified, representation.body());
  }

  /** A HEAD gets the body too: Jetty counts it and does not send it. */
  private static void send(
      Exchange exchange, List<HttpField> fields, @Nullable HttpField modified, ByteBuffer body) {
    addFields(exchange, fields, modified);
    exchange.response().setStatus(200);
    exchange.response().write(true, body, exchange.callback());
  }

  private static void addFields(
      Exchange exchange, List<HttpField> fields, @Nullable HttpField modified) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    ResponseFields.addAll(headers, fields);
    if (modified != null) {
      headers.add(modified);
    }
  }
}
