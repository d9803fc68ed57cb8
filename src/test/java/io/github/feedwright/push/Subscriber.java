package io.github.feedwright.push;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A subscriber, or another hub: a server that notes what reaches it, on every loopback address. */
public final class Subscriber implements AutoCloseable {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<Received, Reply> replies = Reply::confirming;

  private Subscriber(String host) throws Exception {
    connector.setHost(host);
    server.addConnector(connector);
    server.setHandler(new Notes());
    server.start();
  }

  /** A subscriber that wants everything. */
  public static Subscriber start() throws Exception {
    return new Subscriber("0.0.0.0");
  }

  /** One that listens at one address alone. */
  static Subscriber at(String host) throws Exception {
    return new Subscriber(host);
  }

  /** From now on it answers deliveries so; it still confirms what it is asked. */
  public void answersDeliveries(Function<Received, Reply> other) {
    answers(each -> each.method().equals("POST") ? other.apply(each) : Reply.confirming(each));
  }

  /** From now on it answers everything so. */
  void answers(Function<Received, Reply> other) {
    replies = other;
  }

  /** Where it is reached. */
  public String url(String target) {
    return url("127.0.0.1", target);
  }

  public String url(String host, String target) {
    return "http://" + host + ":" + port() + target;
  }

  int port() {
    return connector.getLocalPort();
  }

  /** How many connections to it are open. */
  int connections() {
    return connector.getConnectedEndPoints().size();
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** What it was asked to confirm, or told has ended. */
  List<Received> questions() {
    return received.stream().filter(each -> each.method().equals("GET")).toList();
  }

  /** What it was sent. */
  public List<Received> deliveries() {
    return received.stream().filter(each -> each.method().equals("POST")).toList();
  }

  public void forget() {
    received.clear();
  }

  private final class Notes extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Map<String, List<String>> fields = new TreeMap<>();
      for (HttpField each : request.getHeaders()) {
        fields
            .computeIfAbsent(each.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(each.getValue());
      }
      ByteBuffer content = Content.Source.asByteBuffer(request);
      byte[] body = new byte[content.remaining()];
      content.get(body);
      Received now =
          new Received(
              request.getMethod(),
              request.getHttpURI().getPathQuery(),
              fields,
              body,
              System.nanoTime());
      received.add(now);
      Reply reply = replies.apply(now);
      Runnable answer = () -> answer(reply, response, callback);
      if (reply.after().isZero()) {
        answer.run();
      } else {
        connector.getScheduler().schedule(answer, reply.after().toMillis(), TimeUnit.MILLISECONDS);
      }
      return true;
    }

    private void answer(Reply reply, Response response, Callback callback) {
      if (reply.status() > 0) {
        response.setStatus(reply.status());
        reply.fields().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
      }
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("a server stops", e);
    }
  }
}
