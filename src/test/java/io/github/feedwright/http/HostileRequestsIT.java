package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no reader sends: each is answered in a few plain words, or cut, and the server stands. */
@Timeout(60)
final class HostileRequestsIT {
  private static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(20),
          Duration.ofMillis(700),
          Duration.ofSeconds(2),
          1024,
          Duration.ofMillis(500),
          Duration.ofSeconds(4));

  private final Site site = new Site().put("/atom.xml", Bytes.feed("a feed", null));
  private final FeedServer server;

  HostileRequestsIT() throws BindFailure {
    this.server = site.serve(SHORT);
  }

  @AfterEach
  void stop() throws IOException {
    assertThat(RawClient.get(server, "/atom.xml").status()).isEqualTo(200);
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /../../etc/passwd HTTP/1.1              | 400",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1      | 400",
        "GET /..%2f..%2fetc/passwd HTTP/1.1          | 400",
        "GET /..%5c..%5cetc HTTP/1.1                 | 400",
        "GET /..;/..;/etc HTTP/1.1                   | 400",
        "GET //etc/passwd HTTP/1.1                   | 400",
        "GET /tags//rss.xml HTTP/1.1                 | 400",
        "GET /atom.xml// HTTP/1.1                    | 400",
        "GET /%00 HTTP/1.1                           | 400",
        "GET /atom.xml%00.html HTTP/1.1              | 400",
        "GET /%ff HTTP/1.1                           | 400",
        "GET /%zz HTTP/1.1                           | 400",
        "GET /%u0041 HTTP/1.1                        | 400",
        "GET /a%0d%0aX-Injected:%20b HTTP/1.1        | 400",
        "GET /atom.xml;jsessionid=1 HTTP/1.1         | 404",
        "GET /atom.xml/ HTTP/1.1                     | 404",
        "GET /ATOM.XML HTTP/1.1                      | 404",
        "GET /100%25/jetty HTTP/1.1                  | 404",
        "GET /%252e%252e/etc/passwd HTTP/1.1         | 404",
        "GET /..%252f..%252fetc/passwd HTTP/1.1      | 404",
        "GET /WEB-INF/web.xml HTTP/1.1               | 404",
        "GET * HTTP/1.1                              | 400",
        "GET atom.xml HTTP/1.1                       | 400",
        "GET /atom.xml HTTP/1.7                      | 505",
        "GET /atom.xml                               | 505",
        "OPTIONS * HTTP/1.1                          | 204",
        "CONNECT example.org:443 HTTP/1.1            | 405",
        "PRI * HTTP/2.0                              | 426",
        "\u0016\u0003\u0001\u0002\u0000\u0001        | 400",
        "()                                          | 400",
      })
  void areAnsweredPlainly(String requestLine, int status) throws IOException {
    RawAnswer answer = RawClient.ask(server, requestLine, "Host: x", "Connection: close");

    assertThat(answer.status()).isEqualTo(status);
    if (status != 204) {
      assertThat(answer.field("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    }
    assertThat(answer.body())
        .hasSizeLessThan(100)
        .doesNotContain("passwd", "Injected", "jetty", "Exception", "<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: a\r\nHost: b",
        "X: y",
        "Host: x\r\nContent-Length: 1\r\nContent-Length: 2",
        "Host: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked",
        "Host: x\r\nno colon",
        "Host: x\r\n folded: y",
        "Host: x\r\nX\u0000: y",
      })
  void badFieldsAreBadRequests(String fields) throws IOException {
    assertThat(RawClient.ask(server, "GET /atom.xml HTTP/1.1", fields).status()).isEqualTo(400);
  }

  @Test
  void aHeadOverEightKibibytesIsTooLarge() throws IOException {
    RawAnswer fields = RawClient.get(server, "/atom.xml", "X: " + "y".repeat(9000));
    RawAnswer target = RawClient.get(server, "/" + "y".repeat(9000));

    assertThat(fields.status()).isEqualTo(431);
    assertThat(fields.body()).isEqualTo("Request Header Fields Too Large.\n");
    assertThat(target.status()).isEqualTo(414);
    assertThat(target.body()).isEqualTo("URI Too Long.\n");
  }

  @Test
  void aHeadThatNeverEndsIsCut() throws IOException {
    try (RawClient client = RawClient.to(server)) {
      client.write("GET /atom.xml HTTP/1.1\r\nHost: x\r\n");
      boolean cut = false;
      for (int sent = 0; !cut && sent < 500; sent++) {
        cut = drips(client);
      }
      assertThat(cut).isTrue();
    }
  }

  /** Whether the server has hung up by the time that one more byte is sent. */
  private static boolean drips(RawClient client) {
    try {
      client.write("X");
      return client.isClosedWithin(20);
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    try (RawClient client = RawClient.to(server)) {
      client.write("GET /atom.xml HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50));
      client.send("GET /no HTTP/1.1", "Host: x");
      for (int i = 0; i < 50; i++) {
        assertThat(client.read(false).body()).isEqualTo("a feed");
      }
      assertThat(client.read(false).status()).isEqualTo(404);
    }
  }

  @Test
  void aBodyIsNotWaitedFor() throws IOException {
    RawAnswer get = RawClient.get(server, "/atom.xml", "Content-Length: 1000000000");
    RawAnswer post = RawClient.method(server, "POST", "/atom.xml", "Content-Length: 1000000000");

    assertThat(get.status()).isEqualTo(200);
    assertThat(post.status()).isEqualTo(405);
  }

  @Test
  void aRequestThatExpectsContinueIsAnsweredAtOnce() throws IOException {
    RawAnswer answer =
        RawClient.method(server, "POST", "/atom.xml", "Expect: 100-continue", "Content-Length: 5");

    assertThat(answer.status()).isEqualTo(405);
  }

  @Test
  void anotherRequestIsNotSmuggledInABody() throws IOException {
    try (RawClient client = RawClient.to(server)) {
      String inner = "GET /no HTTP/1.1\r\nHost: smuggled\r\n\r\n";
      client.write("GET /atom.xml HTTP/1.1\r\nHost: x\r\nContent-Length: 36\r\n\r\n" + inner);
      assertThat(client.read(false).body()).isEqualTo("a feed");
      client.send("GET /atom.xml HTTP/1.1", "Host: x");
      assertThat(client.read(false).status()).isEqualTo(200);
    }
  }
}
