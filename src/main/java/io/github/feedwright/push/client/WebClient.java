package io.github.feedwright.push.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.EventListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to other people's servers: only to addresses that were checked, without redirects,
 * cookies, proxies or unpacking, within a time, and without a thread that waits.
 */
public final class WebClient implements AutoCloseable {
  static final int MOST_BYTES = 4 * 1024;

  /** How long a connection may take. */
  static final Duration CONNECT = Duration.ofSeconds(5);

  /** How long all of a request may take, its answer included. */
  public static final Duration TOTAL = Duration.ofSeconds(15);

  private static final int THREADS = 8;
  private static final Duration DESTINATION_IDLE = Duration.ofSeconds(30);

  private final HttpClient client;
  private final CheckedResolver resolver;
  private final Duration total;

  private WebClient(HttpClient client, CheckedResolver resolver, Duration total) {
    this.client = client;
    this.resolver = resolver;
    this.total = total;
  }

  /**
   * Starts a client.
   *
   * @param perHost how many connections to one host there may be
   */
  public static WebClient start(CheckedResolver resolver, int perHost) {
    return start(resolver, perHost, CONNECT, TOTAL);
  }

  /** The same, within other times. */
  static WebClient start(CheckedResolver resolver, int perHost, Duration connect, Duration total) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("push-http");
    threads.setDaemon(true);
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setExecutor(threads);
    HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
    // What it remembers of fields would take 100 KB a connection.
    transport.setHeaderCacheSize(0);
    HttpClient client = new Client(transport);
    client.setSocketAddressResolver(resolver);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Feedwright"));
    client.setConnectTimeout(connect.toMillis());
    client.setIdleTimeout(total.toMillis());
    client.setMaxConnectionsPerDestination(perHost);
    client.setDestinationIdleTimeout(DESTINATION_IDLE.toMillis());
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("a client that listens on nothing starts", e);
    }
    // A small answer could unpack to a large one.
    client.getContentDecoderFactories().clear();
    return new WebClient(client, resolver, total);
  }

  /**
   * Sends a request.
   *
   * @param sent called when all of it is on its way, on any thread; not where that fails
   * @param then called once with what came of it, on any thread
   */
  public void send(OutgoingRequest outgoing, Runnable sent, Consumer<ClientResponse> then) {
    Request request =
        client
            .newRequest(outgoing.uri())
            .timeout(total.toMillis(), TimeUnit.MILLISECONDS)
            .headers(fields -> outgoing.fields().forEach(fields::put));
    ByteBuffer body = outgoing.body();
    if (body != null) {
      request
          .method(HttpMethod.POST)
          .body(new ByteBufferRequestContent(outgoing.contentType(), body.duplicate()));
    }
    request.onRequestSuccess(done -> sent.run()).send(new Collector(then));
  }

  /**
   * A client whose connections have no listeners. Each connection would look for them among all
   * hosts, so that two thousand hosts would be looked at two thousand times.
   */
  @SuppressWarnings("try") // Its close() waits, so it can be interrupted.
  private static final class Client extends HttpClient {
    Client(HttpClientTransport transport) {
      super(transport);
    }

    @Override
    public <T> Collection<T> getBeans(Class<T> kind) {
      return kind.equals(EventListener.class) ? List.of() : super.getBeans(kind);
    }
  }

  /** Keeps only the beginning of an answer, which is all that can matter. */
  private static final class Collector implements Response.Listener {
    private final Consumer<ClientResponse> then;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;
    private @Nullable String retryAfter;

    Collector(Consumer<ClientResponse> then) {
      this.then = then;
    }

    @Override
    public void onHeaders(Response response) {
      status = response.getStatus();
      retryAfter = response.getHeaders().get(HttpHeader.RETRY_AFTER);
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
      byte[] bytes = new byte[Math.min(content.remaining(), MOST_BYTES + 1 - body.size())];
      content.get(bytes);
      content.position(content.limit());
      body.writeBytes(bytes);
      if (body.size() > MOST_BYTES) {
        CompletableFuture<Boolean> unused =
            response.abort(new IllegalStateException("more than anybody needs to say"));
      }
    }

    /** What was answered counts, even if the rest of the answer did not come. */
    @Override
    public void onComplete(Result result) {
      then.accept(new ClientResponse(status, retryAfter, body.toByteArray(), result.getFailure()));
    }
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("a client stops", e);
    } finally {
      resolver.close();
    }
  }
}
