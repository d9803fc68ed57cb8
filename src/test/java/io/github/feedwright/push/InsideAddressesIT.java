package io.github.feedwright.push;

import static io.github.feedwright.push.PushSite.SOON;
import static io.github.feedwright.site.RunningSite.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.push.client.CheckedResolver;
import io.github.feedwright.push.client.CheckedResolver.Lookup;
import io.github.feedwright.push.client.ClientResponse;
import io.github.feedwright.push.client.OutgoingRequest;
import io.github.feedwright.push.client.WebClient;
import io.github.feedwright.settings.push.AddressRules;
import io.github.feedwright.settings.push.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No stranger has this server connect to an address that is not public, however it is named. */
@Timeout(60)
final class InsideAddressesIT {
  /** It stands for what is public, since tests reach nothing else. */
  private static final AddressRules RULES = new AddressRules(List.of(Network.of("127.0.0.2")));

  @TempDir private Path home;

  private static ClientResponse send(Lookup lookup, String... urls) throws Exception {
    try (WebClient client = WebClient.start(new CheckedResolver(RULES, lookup), 2)) {
      ClientResponse last = null;
      for (String each : urls) {
        CompletableFuture<ClientResponse> answer = new CompletableFuture<>();
        client.send(OutgoingRequest.get(URI.create(each)), () -> {}, answer::complete);
        last = answer.get(20, TimeUnit.SECONDS);
      }
      return Objects.requireNonNull(last);
    }
  }

  private static ServerSocketChannel listener(String host, int port) throws IOException {
    ServerSocketChannel inside = ServerSocketChannel.open();
    inside.bind(new InetSocketAddress(host, port));
    inside.configureBlocking(false);
    return inside;
  }

  private static boolean wasConnectedTo(ServerSocketChannel inside) throws IOException {
    try (SocketChannel connection = inside.accept()) {
      return connection != null;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:7f00:1",
        "fc00::1",
        "fe80::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "4000::1"
      })
  void anAddressInsideIsRefusedByNameAndAsALiteral(String address) throws Exception {
    Lookup lookup = host -> List.of(InetAddress.getByName(address));
    assertThat(send(lookup, "http://reader.example.org:8080/").failure())
        .isInstanceOf(CheckedResolver.Refused.class)
        .hasMessage("its address is not public; push.allow can allow it");

    String literal = address.contains(":") ? "[" + address + "]" : address;
    assertThat(send(Lookup.SYSTEM, "http://" + literal + ":8080/").failure())
        .isInstanceOf(CheckedResolver.Refused.class);
  }

  @Test
  void aNameOfWhichOneAddressIsInsideIsRefusedWhole() throws Exception {
    try (Subscriber subscriber = Subscriber.at("127.0.0.2");
        ServerSocketChannel inside = listener("127.0.0.1", subscriber.port())) {
      Lookup both =
          host -> List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress());

      assertThat(send(both, subscriber.url("both.example.org", "/")).failure())
          .isInstanceOf(CheckedResolver.Refused.class);
      assertThat(subscriber.received()).isEmpty();
      assertThat(wasConnectedTo(inside)).isFalse();
    }
  }

  /** The address that was checked is the one that is connected to; each connection is checked. */
  @Test
  void aNameThatChangesIsCheckedAgainForEachConnection() throws Exception {
    try (Subscriber subscriber = Subscriber.at("127.0.0.2");
        ServerSocketChannel inside = listener("127.0.0.1", subscriber.port())) {
      subscriber.answers(each -> Reply.of(200, "Connection", "close"));
      AtomicInteger lookups = new AtomicInteger();
      Lookup changing =
          host ->
              List.of(
                  InetAddress.getByName(
                      lookups.incrementAndGet() == 1 ? "127.0.0.2" : "127.0.0.1"));
      String url = subscriber.url("changing.example.org", "/");

      assertThat(send(changing, url).status()).isEqualTo(200);
      assertThat(lookups).hasValue(1);
      lookups.set(0);
      assertThat(send(changing, url, url).failure()).isInstanceOf(CheckedResolver.Refused.class);
      assertThat(subscriber.received()).hasSize(2);
      assertThat(wasConnectedTo(inside)).isFalse();
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (Subscriber subscriber = Subscriber.at("127.0.0.2");
        ServerSocketChannel inside = listener("127.0.0.1", 0)) {
      String target = "http://127.0.0.1:" + inside.socket().getLocalPort() + "/";
      for (int status : List.of(301, 302, 303, 307, 308)) {
        subscriber.answers(each -> Reply.of(status, "Location", target));
        assertThat(send(Lookup.SYSTEM, subscriber.url("127.0.0.2", "/")).status())
            .isEqualTo(status);
        subscriber.answers(
            each -> Reply.of(status, "Location", subscriber.url("127.0.0.2", "/elsewhere")));
        send(Lookup.SYSTEM, subscriber.url("127.0.0.2", "/"));
      }
      assertThat(subscriber.received()).extracting(Received::target).containsOnly("/");
      assertThat(wasConnectedTo(inside)).isFalse();
    }
  }

  @Test
  void ofManyRequestsForAddressesInsideNoneLeadsToAConnection() throws Exception {
    Random random = new Random(19);
    Lookup lookup =
        host ->
            List.of(
                host.endsWith(".example.org")
                    ? InetAddress.getByName("127.0.0." + (3 + host.length() % 200))
                    : InetAddress.getByName(host));
    String push =
        "push: {hub: own, allow: [127.0.0.2], delay: 0ms, interval: 0ms,"
            + " limits: {verifications: 1000}}\n";
    try (PushSite site = PushSite.in(home, push, Clock.systemUTC(), lookup);
        Subscriber subscriber = Subscriber.at("127.0.0.2");
        ServerSocketChannel inside = listener("::", 0)) {
      int port = inside.socket().getLocalPort();
      List<String> hosts = hosts(random);
      for (int count = 0; count < 64; count++) {
        String callback =
            "http://" + hosts.get(random.nextInt(hosts.size())) + ":" + port + "/" + count;
        assertThat(site.subscribe(callback, "/rss.xml").statusCode()).as(callback).isEqualTo(202);
      }
      site.subscribed(subscriber.url("127.0.0.2", "/control"), "/rss.xml");
      within(SOON, () -> site.counts("subscriptions") == 1 && site.counts("pending") == 0);

      assertThat(wasConnectedTo(inside)).isFalse();
      try (Socket control = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(control.isConnected()).isTrue();
        assertThat(wasConnectedTo(inside)).isTrue();
      }
    }
  }

  private static List<String> hosts(Random random) throws IOException {
    List<String> hosts =
        new ArrayList<>(
            List.of(
                "127.0.0.1",
                "0.0.0.0",
                "localhost",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::7f00:1]",
                "[64:ff9b::7f00:1]",
                "a.example.org",
                "another.example.org"));
    for (int count = 0; count < 8; count++) {
      hosts.add("127." + random.nextInt(256) + "." + random.nextInt(256) + ".1");
    }
    for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
      each.inetAddresses()
          .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
          .map(address -> address.contains(":") ? "[" + address + "]" : address)
          .forEach(hosts::add);
    }
    return hosts;
  }
}
