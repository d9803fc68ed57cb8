package io.github.feedwright.push.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.push.client.CheckedResolver.Lookup;
import io.github.feedwright.settings.push.AddressRules;
import io.github.feedwright.settings.push.Network;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a stranger may take; here with times that are shorter than the usual. */
@Timeout(60)
final class WebClientIT {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final ByteBuffer BODY = ByteBuffer.wrap("a feed".getBytes(US_ASCII));

  private static ClientResponse ask(ServerSocket server, Duration connect, Duration total)
      throws Exception {
    CheckedResolver resolver =
        new CheckedResolver(new AddressRules(List.of(Network.of("127.0.0.0/8"))), Lookup.SYSTEM);
    try (WebClient client = WebClient.start(resolver, 2, connect, total)) {
      CompletableFuture<ClientResponse> answer = new CompletableFuture<>();
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      client.send(OutgoingRequest.get(uri), () -> {}, answer::complete);
      return answer.get(30, TimeUnit.SECONDS);
    }
  }

  private static ServerSocket listener(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  @Test
  void aConnectionHasFiveSecondsAndARequestFifteen() {
    assertThat(WebClient.CONNECT).hasSeconds(5);
    assertThat(WebClient.TOTAL).hasSeconds(15);
  }

  @Test
  void whoDoesNotAnswerHasSoLongAndNoLonger() throws Exception {
    try (ServerSocket server = listener(50)) {
      long asked = System.nanoTime();
      ClientResponse answer = ask(server, LONG, SHORT);

      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(SHORT);
      assertThat(answer.status()).isZero();
      assertThat(answer.reason()).isEqualTo("no answer in time");
      assertThat(answer.mayPass()).isTrue();
    }
  }

  @Test
  void whoAnswersForEverHasSoLongAndNoLonger() throws Exception {
    try (ServerSocket server = listener(50)) {
      CompletableFuture<Void> dribbling = CompletableFuture.runAsync(() -> dribble(server));
      ClientResponse answer = ask(server, LONG, Duration.ofSeconds(1));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.failure()).isNotNull();
      dribbling.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void ofALongAnswerFourKibibytesAreRead() throws Exception {
    try (ServerSocket server = listener(50)) {
      CompletableFuture<Void> pouring = CompletableFuture.runAsync(() -> pour(server));
      ClientResponse answer = ask(server, LONG, LONG);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).hasSize(WebClient.MOST_BYTES + 1);
      pouring.get(30, TimeUnit.SECONDS);
    }
  }

  /** An answer to nothing would be none, so it waits for what is asked. */
  private static void begin(Socket socket) throws IOException {
    assertThat(socket.getInputStream().read(new byte[1024])).isPositive();
    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
  }

  /** As many bytes as fit, until the other side has enough. */
  private static void pour(ServerSocket server) {
    try (Socket socket = server.accept()) {
      begin(socket);
      while (true) {
        socket.getOutputStream().write(new byte[65_536]);
      }
    } catch (IOException ended) {
      // That is what the test waits for.
    }
  }

  /** A byte every few milliseconds, until the other side has enough. */
  private static void dribble(ServerSocket server) {
    try (Socket socket = server.accept()) {
      begin(socket);
      socket.setSoTimeout(5);
      while (true) {
        socket.getOutputStream().write('x');
        readOrWait(socket);
      }
    } catch (IOException ended) {
      // That is what the test waits for.
    }
  }

  private static void readOrWait(Socket socket) throws IOException {
    try {
      if (socket.getInputStream().read() < 0) {
        throw new IOException("closed");
      }
    } catch (SocketTimeoutException nothing) {
      // Go on.
    }
  }

  @Test
  void whoCannotBeReachedHasLessTimeThanWhoThinks() throws Exception {
    List<SocketChannel> waiting = new ArrayList<>();
    try (ServerSocket server = listener(1)) {
      // The system accepts so many and lets the others wait.
      for (int count = 0; count < 8; count++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
        waiting.add(channel);
      }
      assumeThat(waiting.get(7).finishConnect()).isFalse();
      ClientResponse answer = ask(server, SHORT, LONG);

      assertThat(answer.status()).isZero();
      assertThat(answer.reason()).isEqualTo("no answer in time");
    } finally {
      for (SocketChannel each : waiting) {
        each.close();
      }
    }
  }

  /** Some are kept open for the next notification. */
  @Test
  void aConnectionThatIsKeptTakesLittleMemory() throws Exception {
    CheckedResolver resolver =
        new CheckedResolver(
            new AddressRules(List.of(Network.of("127.0.0.0/8"))),
            host -> List.of(InetAddress.getLoopbackAddress()));
    List<Socket> kept = new ArrayList<>();
    try (ServerSocket server = listener(50);
        WebClient client = WebClient.start(resolver, 1, LONG, LONG)) {
      answerTwice(client, server, "early", 20, kept);
      long before = usedBytes();
      answerTwice(client, server, "late", 200, kept);

      await().until(() -> usedBytes() - before < 200 * 40 * 1024);
    } finally {
      for (Socket each : kept) {
        each.close();
      }
    }
  }

  /** What is kept of one answer is of use only to the next. */
  private static void answerTwice(
      WebClient client, ServerSocket server, String name, int hosts, List<Socket> kept)
      throws Exception {
    for (int host = 0; host < hosts; host++) {
      URI uri = URI.create("http://" + name + host + ".example:" + server.getLocalPort() + "/");
      Socket socket = null;
      for (int request = 0; request < 2; request++) {
        CompletableFuture<ClientResponse> answer = new CompletableFuture<>();
        client.send(
            OutgoingRequest.post(uri, "text/plain", BODY, Map.of()), () -> {}, answer::complete);
        if (socket == null) {
          socket = server.accept();
          kept.add(socket);
        }
        readRequest(socket);
        String head = "HTTP/1.1 200 OK\r\nCache-Control: no-store\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
    }
  }

  private static void readRequest(Socket socket) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("a feed") < 0) {
      int octet = socket.getInputStream().read();
      assertThat(octet).isPositive();
      request.append((char) octet);
    }
  }

  private static long usedBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
