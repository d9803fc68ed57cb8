package io.github.feedwright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.feedwright.web.EntityTag;
import io.github.feedwright.web.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers that stop reading hold memory that is there anyway, and no thread. */
@Timeout(60)
final class SlowReadersIT {
  private static final int READERS = 96;
  private static final int THREADS = 40;
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration SOON = Duration.ofMillis(500);
  private static final String LARGE = "x".repeat(4 * 1024 * 1024);

  private final Site site =
      new Site()
          .put("/large.xml", Bytes.feed(LARGE, null))
          .put("/atom.xml", Bytes.feed("a feed", null));

  @TempDir Path directory;

  @Test
  void stalledReadersOfALargeBodyDelayNoOther() throws IOException {
    assertThatOthersAreAnsweredWhileReadersOf("/large.xml");
  }

  @Test
  void stalledReadersOfARangeOfALargeFileHoldNobodyUp() throws IOException {
    Path file = Files.writeString(directory.resolve("film.mp4"), LARGE);
    site.put("/film.mp4", OnDisk.at(file, "video/mp4"));

    assertThatOthersAreAnsweredWhileReadersOf("/film.mp4", "Range: bytes=0-");
  }

  @Test
  void aDiskThatHangsDelaysNoFeed() throws IOException {
    CountDownLatch back = new CountDownLatch(1);
    Path file = Files.writeString(directory.resolve("song.mp3"), "a song");
    site.put("/song.mp3", new Hanging(OnDisk.at(file, "audio/mpeg"), back));

    try (FeedServer server = site.serve()) {
      List<RawClient> waiting = stall(server, "/song.mp3");
      for (int i = 0; i < 20; i++) {
        assertThat(RawClient.get(server, "/atom.xml").body()).isEqualTo("a feed");
      }
      requireFewThreads();
      back.countDown();
      for (RawClient client : waiting) {
        assertThat(client.read(false).body()).isEqualTo("a song");
        client.close();
      }
    }
  }

  /** A file on a disk that answers only after a while. */
  private record Hanging(StoredFile file, CountDownLatch back) implements StoredFile {
    @Override
    public Opened open() throws IOException {
      try {
        back.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return file.open();
    }

    @Override
    public String contentType() {
      return file.contentType();
    }

    @Override
    public Instant lastModified() {
      return file.lastModified();
    }

    @Override
    public CompletableFuture<Optional<EntityTag>> tag() {
      return file.tag();
    }
  }

  private void assertThatOthersAreAnsweredWhileReadersOf(String path, String... fields)
      throws IOException {
    try (FeedServer server = site.serve()) {
      List<RawClient> stalled = stall(server, path, fields);
      for (int i = 0; i < 200; i++) {
        assertThat(RawClient.get(server, "/atom.xml").body()).isEqualTo("a feed");
      }
      assertThat(RawClient.get(server, path).body()).hasSize(LARGE.length());
      requireFewThreads();
      assertThat(stalled.get(0).read(false).body()).hasSize(LARGE.length());
      for (RawClient client : stalled) {
        client.close();
      }
    }
  }

  @Test
  void aReaderThatStopsIsCut() throws IOException {
    Timeouts brief =
        new Timeouts(
            Duration.ofMillis(300),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            1024,
            SOON,
            SOON);
    try (FeedServer server = site.serve(brief);
        RawClient client = RawClient.to(server, 1024)) {
      client.send("GET /large.xml HTTP/1.1", "Host: x");
      await().pollDelay(Duration.ofMillis(1500)).until(() -> true);

      assertThatThrownBy(() -> client.read(false)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aReaderThatTakesALittleNowAndThenIsCut() throws IOException {
    Timeouts brief =
        new Timeouts(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMillis(800),
            1 << 30,
            SOON,
            SOON);

    assertThat(takenBitByBit("/large.xml", 4096, brief)).isLessThan(LARGE.length());
  }

  @Test
  void aSlowReaderOfALargeFileGetsAllOfIt() throws IOException {
    Timeouts brief =
        new Timeouts(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            20_000,
            SOON,
            SOON);
    Path file = Files.writeString(directory.resolve("talk.mp3"), LARGE);
    site.put("/talk.mp3", OnDisk.at(file, "audio/mpeg"));

    assertThat(takenBitByBit("/talk.mp3", 16 * 1024, brief)).isGreaterThan(LARGE.length());
  }

  /** The bytes of the answer, head and all, up to where the server ends it. */
  private long takenBitByBit(String path, int bit, Timeouts timeouts) throws IOException {
    try (FeedServer server = site.serve(timeouts);
        RawClient client = RawClient.to(server, 1024)) {
      client.send("GET " + path + " HTTP/1.1", "Host: x", "Connection: close");
      AtomicLong taken = new AtomicLong();
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                int bytes = client.take(bit);
                taken.addAndGet(Math.max(bytes, 0));
                return bytes < 0;
              });
      return taken.get();
    }
  }

  private static List<RawClient> stall(FeedServer server, String path, String... fields)
      throws IOException {
    List<RawClient> clients = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: x"));
    head.addAll(List.of(fields));
    for (int i = 0; i < READERS; i++) {
      RawClient client = RawClient.to(server, 1024);
      client.send(head.toArray(String[]::new));
      clients.add(client);
    }
    return clients;
  }

  /** Idle threads of servers that other tests have stopped end by themselves. */
  private static void requireFewThreads() {
    await().atMost(IDLE).until(() -> serverThreads() <= THREADS);
  }

  private static long serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("(?:http|file)-.*"))
        .count();
  }
}
