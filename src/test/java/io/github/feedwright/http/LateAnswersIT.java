package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedwright.web.ContentCoding;
import io.github.feedwright.web.OnDemand;
import io.github.feedwright.web.Representation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a worker makes while clients wait: no thread waits with them. */
@Timeout(60)
final class LateAnswersIT {
  private static final Bytes FEED = Bytes.feed("a feed", null);
  private static final int MORE_THAN_THREADS = 100;
  private static final Timeouts PATIENT =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          1024,
          Duration.ofSeconds(30),
          Duration.ofSeconds(4));

  @Test
  void anyNumberWaitsForWhatIsMadeOnce() throws IOException {
    CompletableFuture<Representation> making = new CompletableFuture<>();
    OnDemand archive = () -> making;
    Site site = new Site().put("/archive.xml", archive).put("/atom.xml", FEED);
    try (FeedServer server = site.serve()) {
      List<RawClient> waiting = askAll(server, "GET /archive.xml HTTP/1.1");
      assertThat(RawClient.get(server, "/atom.xml").body()).isEqualTo("a feed");
      making.complete(FEED);
      for (RawClient client : waiting) {
        assertThat(client.read(false).body()).isEqualTo("a feed");
        client.close();
      }
    }
  }

  @Test
  void anyNumberWaitsForACoding() throws IOException {
    CompletableFuture<String> packing = new CompletableFuture<>();
    Site site = new Site().put("/atom.xml", FEED.inGzip(packing));
    try (FeedServer server = site.serve(PATIENT)) {
      List<RawClient> waiting = askAll(server, "GET /atom.xml HTTP/1.1", "Accept-Encoding: gzip");
      assertThat(RawClient.get(server, "/atom.xml").body()).isEqualTo("a feed");
      packing.complete("packed");
      for (RawClient client : waiting) {
        assertThat(client.read(false).body()).isEqualTo("packed");
        client.close();
      }
    }
  }

  @Test
  void aCodingThatTakesLongIsNotWaitedForWhereNoneWillDo() throws IOException {
    CompletableFuture<String> packing = new CompletableFuture<>();
    Site site = new Site().put("/atom.xml", FEED.inGzip(packing));
    try (FeedServer server = site.serve();
        RawClient insisting = RawClient.to(server)) {
      insisting.send("GET /atom.xml HTTP/1.1", "Host: x", "Accept-Encoding: gzip, identity;q=0");
      RawAnswer answer = RawClient.get(server, "/atom.xml", "Accept-Encoding: gzip");

      assertThat(answer.body()).isEqualTo("a feed");
      assertThat(answer.field("Content-Encoding")).isNull();
      assertThat(answer.field("ETag")).isEqualTo(FEED.tag().field(ContentCoding.IDENTITY));
      assertThat(answer.field("Vary")).isEqualTo("Accept-Encoding");
      packing.complete("packed");
      assertThat(insisting.read(false).body()).isEqualTo("packed");
      assertThat(RawClient.get(server, "/atom.xml", "Accept-Encoding: gzip").body())
          .isEqualTo("packed");
    }
  }

  @Test
  void aNotModifiedWaitsForNoCoding() throws IOException {
    Site site = new Site().put("/atom.xml", FEED.inGzip(new CompletableFuture<>()));
    try (FeedServer server = site.serve()) {
      RawAnswer answer =
          RawClient.get(
              server,
              "/atom.xml",
              "Accept-Encoding: gzip",
              "If-None-Match: " + FEED.tag().field(ContentCoding.GZIP));

      assertThat(answer.status()).isEqualTo(304);
    }
  }

  @Test
  void aFailureIsAPlainResponseAndLoggedOnce() throws IOException {
    CompletableFuture<Representation> failed =
        CompletableFuture.failedFuture(new IllegalStateException("secret"));
    OnDemand archive = () -> failed;
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (FeedServer server = new Site().put("/archive.xml", archive).serve()) {
      for (int i = 0; i < 3; i++) {
        RawAnswer answer = RawClient.get(server, "/archive.xml");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body())
            .isEqualTo("Something went wrong. The server's log has the" + " details.\n");
        assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
      }
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("ERROR Request failed")
        .containsOnlyOnce("java.lang.IllegalStateException: secret");
  }

  @Test
  void aSnapshotThatThrowsIsAPlainResponseToo() throws IOException {
    OnDemand broken =
        () -> {
          throw new IllegalStateException("broken on purpose");
        };
    try (FeedServer server = new Site().put("/archive.xml", broken).serve()) {
      assertThat(RawClient.get(server, "/archive.xml").status()).isEqualTo(500);
    }
  }

  private static List<RawClient> askAll(FeedServer server, String... lines) throws IOException {
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_THREADS; i++) {
      RawClient client = RawClient.to(server);
      client.send(String.join("\r\n", lines), "Host: x");
      clients.add(client);
    }
    return clients;
  }
}
